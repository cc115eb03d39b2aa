import type { ReactNode } from "react";
import type { Block, Paragraph, PullQuote as PullQuoteNode } from "#newsroom/body/body";
import { attributed } from "./attributed.ts";
import { By } from "./By.tsx";
import styles from "./PullQuote.module.css";
import { look, type Setting } from "./setting.ts";

interface Props {
  quote: PullQuoteNode;
  within: (blocks: Block[]) => ReactNode;
  setting: Setting;
}

/** A sentence set large, for those who turn pages. */
export function PullQuote({ quote, within, setting }: Props) {
  const { words, attributions } = attributed<Paragraph>(quote.content);
  return (
    <figure className={look(setting, styles.pullQuote)}>
      <blockquote>{within(words)}</blockquote>
      {attributions.length > 0 && <By attributions={attributions} setting={setting} />}
    </figure>
  );
}
