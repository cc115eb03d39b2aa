import { Hidden } from "#components/ui/Hidden";
import type { WrittenBlock, WrittenRun } from "#newsroom/stories/revisions/authorship-queries";
import { directionOf } from "../../site/direction.ts";
import { When } from "../When.tsx";
import { exactly } from "../when.ts";
import { StoryHistoryHead } from "./StoryHistoryHead.tsx";
import styles from "./WhoWroteScreen.module.css";
import { keyOf, writerName, writersIn, writersOf } from "./who-wrote.ts";

interface WhoWroteScreenProps {
  data: {
    storyId: string;
    name: string;
    language: string;
    blocks: readonly WrittenBlock[];
    /** The text goes on, but has too many changes of hand to be shown whole. */
    isCut: boolean;
    now: Date;
    zone: string;
  };
}

/** The text as it stands, with who wrote it beside each block and, where several did, at each change of hand. */
export function WhoWroteScreen({ data }: WhoWroteScreenProps) {
  const { storyId, name, language, blocks, isCut, now, zone } = data;
  const writers = writersIn(blocks);
  return (
    <div className={styles.screen}>
      <StoryHistoryHead storyId={storyId} name={name} here="whoWrote" />
      <p className={styles.soft}>
        The text as it stands now. A name stands for who typed or pasted the words; times say when that person began to
        write in the window they came from.
      </p>
      {blocks.length === 0 ? <p>Nobody has written anything yet.</p> : null}
      <ol className={styles.blocks}>
        {blocks.map((block, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other name than their place
          <li key={place} className={styles.block}>
            <div>
              {writersOf(block).map((run) => (
                <p key={keyOf(run)}>
                  <span className={styles.name}>{writerName(run)}</span>{" "}
                  {run.since ? (
                    <span className={styles.soft}>
                      since <When at={run.since} now={now} zone={zone} />
                    </span>
                  ) : null}
                </p>
              ))}
            </div>
            <p className={styles.text} data-kind={block.kind} lang={language} dir={directionOf(language)}>
              {block.runs.map((run, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other name than their place
                <Run key={at} run={run} isShared={block.runs.length > 1} writers={writers} zone={zone} />
              ))}
            </p>
          </li>
        ))}
      </ol>
      {isCut ? <p className={styles.soft}>The text goes on from here: it is too long to be shown whole.</p> : null}
    </div>
  );
}

interface RunProps {
  run: WrittenRun;
  isShared: boolean;
  writers: Map<string, number>;
  zone: string;
}

function Run({ run, isShared, writers, zone }: RunProps) {
  if (!isShared) return run.text;
  const name = writerName(run);
  const begun = run.since ? `${name}, since ${exactly(run.since, zone)}` : name;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what the pointer finds by hovering, the keyboard finds by Tab
    <span className={styles.run} data-writer={(writers.get(keyOf(run)) ?? 0) % 6} data-begun={begun} tabIndex={0}>
      <Hidden>
        <span lang="en"> {name}: </span>
      </Hidden>
      <span className={styles.initials} lang="en" aria-hidden>
        {initialsOf(name)}
      </span>
      {run.text}
    </span>
  );
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? "")
    .join("");
