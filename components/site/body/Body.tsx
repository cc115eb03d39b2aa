import type { Body as BodyDocument } from "#newsroom/body/body";
import { Blocks } from "./Blocks.tsx";
import styles from "./Body.module.css";
import { crossheadIds } from "./crosshead-ids.ts";

interface Props {
  body: BodyDocument;
  /** Where it was reported; runs in before the first paragraph, as in print. */
  dateline?: string | null;
  /** Said in place of a block that this page does not know. */
  unsupported: string;
}

/** The text of a story: one component a node, everything escaped, nothing dropped. */
export function Body({ body, dateline = null, unsupported }: Props) {
  const runsIn = body.content[0]?.type === "paragraph";
  return (
    <div className={styles.body}>
      {dateline && !runsIn && <p className={styles.dateline}>{dateline}</p>}
      <Blocks
        blocks={body.content}
        ids={crossheadIds(body)}
        runIn={runsIn ? dateline : null}
        unsupported={unsupported}
      />
    </div>
  );
}
