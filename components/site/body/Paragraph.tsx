import type { Inline as InlineNode } from "#newsroom/body/body";
import styles from "./Body.module.css";
import { Inline } from "./Inline.tsx";
import { look, type Setting } from "./setting.ts";

interface Props {
  content?: InlineNode[];
  runIn?: string | null;
  setting: Setting;
}

/** A paragraph; an empty one, which editors leave behind, takes no room. */
export function Paragraph({ content = [], runIn = null, setting }: Props) {
  if (content.length === 0 && !runIn) return null;
  return (
    <p>
      {runIn && (
        <>
          <span className={look(setting, styles.dateline)}>{runIn}</span>
          <span className={look(setting, styles.dash)}> — </span>
        </>
      )}
      <Inline content={content} setting={setting} />
    </p>
  );
}
