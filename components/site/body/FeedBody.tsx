import type { Body } from "#newsroom/body/body";
import { noRates, type StoryRates } from "#newsroom/rates/schema";
import { wordsFor } from "../words.ts";
import { Blocks } from "./Blocks.tsx";
import { DollarNote } from "./DollarNote.tsx";
import type { Setting } from "./setting.ts";

interface Props {
  body: Body;
  /** Where it was reported; runs in before the first paragraph, as on the page. */
  dateline?: string | null;
  language: string;
  paperLanguage: string;
  /** Where the paper lives: links of a feed are whole. */
  siteUrl: string;
  rates?: StoryRates;
}

/** The text of a story as a feed may carry it: plain elements, whole addresses; no script, frame, class or id. */
export function FeedBody({ body, dateline = null, language, paperLanguage, siteUrl, rates = noRates }: Props) {
  const setting: Setting = {
    medium: "feed",
    siteUrl,
    ids: new Map(),
    language,
    words: wordsFor(paperLanguage),
    furniture: { lang: paperLanguage },
    rates,
    pictures: siteUrl === "" ? null : `${siteUrl}/media`,
  };
  const runsIn = body.content[0]?.type === "paragraph";
  return (
    <>
      {dateline && !runsIn && <p>{dateline}</p>}
      <Blocks blocks={body.content} runIn={runsIn ? dateline : null} setting={setting} />
      <DollarNote body={body} setting={setting} />
    </>
  );
}
