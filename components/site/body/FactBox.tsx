import type { ReactNode } from "react";
import type { Block, FactBox as FactBoxNode, FactBoxTitle, Piece, PlainBlock } from "#newsroom/body/body";
import styles from "./FactBox.module.css";
import { Inline } from "./Inline.tsx";
import type { Setting } from "./setting.ts";

interface Props {
  box: FactBoxNode;
  within: (blocks: Block[]) => ReactNode;
  setting: Setting;
}

const isTitle = (child: FactBoxNode["content"][number]): child is FactBoxTitle => child.type === "factBoxTitle";

/** What one needs to know, beside the story. */
export function FactBox({ box, within, setting }: Props) {
  const title = box.content.find(isTitle)?.content ?? [];
  const content = within(box.content.filter((child): child is PlainBlock | Piece => !isTitle(child)));
  const words = title.length > 0 && <Inline content={title} setting={setting} />;
  if (setting.medium === "feed")
    return (
      <>
        {words && <h3>{words}</h3>}
        {content}
      </>
    );
  if (!words) return <div className={styles.box}>{content}</div>;
  const id = setting.ids.get(box);
  return (
    <section className={styles.box} aria-labelledby={id}>
      <h2 id={id}>{words}</h2>
      {content}
    </section>
  );
}
