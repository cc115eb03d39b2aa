import type { Body as BodyDocument } from "#newsroom/body/body";
import { noRates, type StoryRates } from "#newsroom/rates/schema";
import { wordsFor } from "../words.ts";
import { Blocks } from "./Blocks.tsx";
import styles from "./Body.module.css";
import { blockIds } from "./block-ids.ts";
import { DollarNote } from "./DollarNote.tsx";
import type { Setting } from "./setting.ts";

interface Props {
  body: BodyDocument;
  /** Where it was reported; runs in before the first paragraph, as in print. */
  dateline?: string | null;
  /** Of the story. */
  language: string;
  /** Of the furniture. */
  paperLanguage: string;
  rates?: StoryRates;
  /** Where the files of its pictures are. */
  pictures?: string;
}

/** The text of a story: one component a node, everything escaped, nothing dropped. */
export function Body({ body, dateline = null, language, paperLanguage, rates = noRates, pictures = "/media" }: Props) {
  const setting: Setting = {
    medium: "page",
    siteUrl: "",
    ids: blockIds(body),
    language,
    words: wordsFor(paperLanguage),
    furniture: { lang: paperLanguage },
    rates,
    pictures,
  };
  const runsIn = body.content[0]?.type === "paragraph";
  return (
    <div className={styles.body}>
      {dateline && !runsIn && <p className={styles.dateline}>{dateline}</p>}
      <Blocks blocks={body.content} runIn={runsIn ? dateline : null} setting={setting} />
      <DollarNote body={body} setting={setting} />
    </div>
  );
}
