import type { Compared } from "#newsroom/body/difference";
import type { Stretch } from "#newsroom/body/word-difference";
import type { StoryRates } from "#newsroom/rates/schema";
import type { LiveStory, StoryChange } from "#newsroom/stories/published";
import type { Setting } from "../body/setting.ts";
import { ComparedBlocks } from "../difference/ComparedBlocks.tsx";
import { Marked } from "../difference/Marked.tsx";
import { directionOf } from "../direction.ts";
import { Instant } from "../Instant.tsx";
import { inOrder } from "../in-order.ts";
import type { Paper } from "../paper.ts";
import { wordsFor } from "../words.ts";
import styles from "./ChangeLog.module.css";

interface ChangeLogProps {
  story: Pick<LiveStory, "changes" | "language">;
  paper: Paper;
  rates: StoryRates;
}

/** What changed in a story since it was first published, publication by publication. Folded; it needs no script. */
export function ChangeLog({ story: { changes, language }, paper, rates }: ChangeLogProps) {
  if (changes.length === 0) return null;
  const words = wordsFor(paper.language);
  const setting: Setting = {
    medium: "page",
    siteUrl: "",
    ids: new Map(),
    language,
    words,
    furniture: { lang: paper.language },
    rates,
    // A picture that was taken out is not there for anybody any more.
    pictures: null,
  };
  return (
    <section
      className={styles.log}
      aria-labelledby="what-changed"
      lang={paper.language}
      dir={directionOf(paper.language)}
    >
      <h2 id="what-changed">{words.corrections.changes}</h2>
      {changes.map((change) => (
        <Change key={change.id} change={change} paper={paper} setting={setting} />
      ))}
    </section>
  );
}

function Change({ change, paper, setting }: { change: StoryChange; paper: Paper; setting: Setting }) {
  const { kind, at, difference } = change;
  const { corrections, difference: words } = setting.words;
  const passageOf = (passage: Compared[]) => (
    <div className={styles.passage} lang={setting.language} dir={directionOf(setting.language)}>
      <ComparedBlocks blocks={passage} setting={setting} />
    </div>
  );
  const count = words.words(difference.words.added, difference.words.removed);
  return (
    <details className={styles.change}>
      <summary>
        <strong>{kind ? corrections.kinds[kind] : corrections.update}</strong>{" "}
        <Instant at={at} paper={paper} precision="minute" />
        {count && <span className={styles.count}> · {count}</span>}
      </summary>
      <div className={styles.difference}>
        {difference.lines.map((line) => (
          <Line key={line.name} line={line} setting={setting} />
        ))}
        {difference.passages.length === 0 && difference.lines.length === 0 && <p>{words.tooMuch}</p>}
        {inOrder(difference.passages.map(passageOf))}
      </div>
    </details>
  );
}

function Line({ line, setting }: { line: StoryChange["difference"]["lines"][number]; setting: Setting }) {
  const { words, language } = setting;
  const stretchOf = ({ kind, text }: Stretch) => (
    <Marked kind={kind} setting={setting}>
      {text}
    </Marked>
  );
  return (
    <div>
      <p className={styles.part}>{words.difference.lines[line.name]}</p>
      <p lang={language} dir={directionOf(language)}>
        {inOrder(line.stretches.map(stretchOf))}
      </p>
    </div>
  );
}
