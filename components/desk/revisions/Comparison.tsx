import type { Stretch } from "#newsroom/body/word-difference";
import { noRates } from "#newsroom/rates/schema";
import type { StoryColumnsInWords, StoryDifference } from "#newsroom/stories/revisions/story-difference";
import type { Setting } from "../../site/body/setting.ts";
import { ComparedBlocks } from "../../site/difference/ComparedBlocks.tsx";
import { Marked } from "../../site/difference/Marked.tsx";
import { directionOf } from "../../site/direction.ts";
import { wordsFor } from "../../site/words.ts";
import { wordsWords } from "../stories/story-row.ts";
import { ChangeSteps } from "./ChangeSteps.client.tsx";
import styles from "./Comparison.module.css";

/** Words are compared here, not figures: the rates of a day belong to what was published. */
const setting: Setting = {
  medium: "page",
  siteUrl: "",
  ids: new Map(),
  language: "en",
  words: wordsFor("en"),
  furniture: { lang: "en" },
  rates: noRates,
  pictures: "/api/pictures",
};

interface ComparisonProps {
  difference: StoryDifference;
  language: string;
}

const lineWords = { kicker: "Kicker", headline: "Headline", standfirst: "Standfirst", teaser: "Teaser" } as const;

const columnWords = {
  section: "Section",
  tags: "Tags",
  byline: "Byline",
  dateline: "Dateline",
  leadImage: "Lead image",
  slug: "Address",
  language: "Language",
} as const satisfies Record<keyof StoryColumnsInWords, string>;

/** A story with what was added and removed marked in it: by line and edge, in words for the ear, and by colour last. */
export const Comparison = ({ difference, language }: ComparisonProps) => (
  <div className={styles.comparison} data-changes>
    <p className={styles.summary}>{summaryOf(difference)}</p>
    <ChangeSteps />
    <div className={styles.text} lang={language} dir={directionOf(language)}>
      {difference.lines.map(({ name, stretches }) => (
        <div key={name} className={styles[name]}>
          <p className={styles.part} lang="en" dir="ltr">
            {lineWords[name]}
          </p>
          <p>
            {stretches.map((stretch, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no other name than their place
              <Words key={place} {...stretch} />
            ))}
          </p>
        </div>
      ))}
      <ComparedBlocks blocks={difference.body} setting={setting} />
    </div>
    {difference.columns.length > 0 ? (
      <dl className={styles.columns}>
        {difference.columns.map(({ name, before, after }) => (
          <div key={name} className={styles.column}>
            <dt>{columnWords[name]}</dt>
            <dd>
              {before ? <Words kind="gone" text={before} /> : null} {after ? <Words kind="new" text={after} /> : null}
            </dd>
          </div>
        ))}
      </dl>
    ) : null}
  </div>
);

const Words = ({ kind, text }: Stretch) => (
  <Marked kind={kind} setting={setting}>
    {text}
  </Marked>
);

function summaryOf({ isSameText, words, columns }: StoryDifference): string {
  const beside = columns.length > 0 ? " What belongs to it beside the text changed too: see below the text." : "";
  if (isSameText) return `The text is the same.${beside}`;
  const { added, removed } = words;
  if (added + removed === 0) return `The words are the same; how they are set or punctuated changed.${beside}`;
  const came = [added > 0 && `${wordsWords(added)} added`, removed > 0 && `${wordsWords(removed)} removed`];
  return `${came.filter(Boolean).join(", ")}.${beside}`;
}
