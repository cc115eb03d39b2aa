import { ButtonLink } from "#components/ui/ButtonLink";
import type { HistoryEntry } from "#newsroom/history/queries";
import { dayAndBothTimes } from "#newsroom/settings/zone";
import styles from "./HistoryScreen.module.css";
import { historyPath } from "./revisions-path.ts";
import { StoryHistoryHead } from "./StoryHistoryHead.tsx";

interface HistoryScreenProps {
  data: {
    storyId: string;
    name: string;
    entries: readonly HistoryEntry[];
    /** Where older entries begin; null at the end. */
    next: string | null;
    /** This is not the newest page. */
    isOlder: boolean;
    now: Date;
    zone: string;
  };
}

/** Who did what to a story, and when. */
export const HistoryScreen = ({ data }: HistoryScreenProps) => {
  const { storyId, name, entries, next, isOlder, now, zone } = data;
  return (
    <div className={styles.screen}>
      <StoryHistoryHead storyId={storyId} name={name} here="history" />
      {entries.length === 0 ? <p>Nothing happened before that.</p> : null}
      <ol className={styles.list} aria-label="What happened, the newest first">
        {entries.map(({ id, at, by, isProgram, words, note }) => (
          <li key={id} className={styles.entry}>
            <time dateTime={at.toISOString()} className={styles.when}>
              {dayAndBothTimes(at, zone, now)}
            </time>
            <div>
              <p>
                <strong className={styles.who}>{isProgram ? `The program (${by})` : by}</strong> {words}
              </p>
              {note ? (
                <p className={styles.note} dir="auto">
                  {note}
                </p>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
      {next || isOlder ? (
        <nav className={styles.pages} aria-label="Pages of the history">
          {isOlder ? <ButtonLink href={historyPath(storyId)}>Newest</ButtonLink> : null}
          {next ? <ButtonLink href={historyPath(storyId, next)}>Older</ButtonLink> : null}
        </nav>
      ) : null}
    </div>
  );
};
