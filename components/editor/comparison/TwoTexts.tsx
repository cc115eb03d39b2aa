import { plainText } from "#newsroom/body/text";
import { type Stretch, wordDifference } from "#newsroom/body/word-difference";
import type { StoryText } from "#newsroom/stories/document/story-text";
import styles from "./TwoTexts.module.css";

interface TwoTextsProps {
  before: { title: string; text: StoryText };
  after: { title: string; text: StoryText };
  language: string;
}

const parts = [
  ["Kicker", (text: StoryText) => text.kicker],
  ["Headline", (text: StoryText) => text.headline],
  ["Standfirst", (text: StoryText) => text.standfirst],
  ["Teaser", (text: StoryText) => text.teaser],
  ["Text", (text: StoryText) => plainText(text.body)],
] as const;

/** Two states of a story side by side; what stands in one only is marked, by more than colour. */
export function TwoTexts({ before, after, language }: TwoTextsProps) {
  const compared = parts
    .map(([name, of]) => ({ name, one: of(before.text), other: of(after.text) }))
    .filter(({ one, other }) => one !== "" || other !== "")
    .map(({ name, one, other }) => ({ name, stretches: wordDifference(one, other) }));
  return (
    <div className={styles.sides}>
      <Side title={before.title} compared={compared} without="new" language={language} />
      <Side title={after.title} compared={compared} without="gone" language={language} />
    </div>
  );
}

interface SideProps {
  title: string;
  compared: { name: string; stretches: Stretch[] }[];
  without: "new" | "gone";
  language: string;
}

const Side = ({ title, compared, without, language }: SideProps) => (
  <section className={styles.side} aria-label={title}>
    <h3 className={styles.title}>{title}</h3>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by the keyboard */}
    <section className={styles.text} tabIndex={0} aria-label={`${title}: words`}>
      {compared.map(({ name, stretches }) => (
        <div key={name}>
          <p className={styles.part}>{name}</p>
          <p className={styles.words} lang={language}>
            {stretches
              .filter(({ kind }) => kind !== without)
              .map(({ kind, text }, place) =>
                // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no other name than their place
                kind === "same" ? <span key={place}>{text}</span> : <mark key={place}>{text}</mark>,
              )}
          </p>
        </div>
      ))}
    </section>
  </section>
);
