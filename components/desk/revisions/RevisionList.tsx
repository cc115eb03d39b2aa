import { Badge } from "#components/ui/Badge";
import type { RevisionRow } from "#newsroom/stories/revisions/revision-queries";
import { wordsWords } from "../stories/story-row.ts";
import { When } from "../When.tsx";
import { beforeOf } from "./chosen-states.ts";
import styles from "./RevisionList.module.css";
import { authorsWords, changeWords, liveNote, stateNote, stateTitle } from "./revision-words.ts";
import { revisionsPath } from "./revisions-path.ts";

interface RevisionListProps {
  storyId: string;
  states: readonly RevisionRow[];
  chosen: { before: RevisionRow | null; after: RevisionRow | null };
  now: Date;
  zone: string;
}

/** All states of a story, the newest first; each leads to what changed in it. */
export const RevisionList = ({ storyId, states, chosen, now, zone }: RevisionListProps) => (
  <ol className={styles.list}>
    {states.map((state) => {
      const notes = [stateNote(state, zone), liveNote(state, zone)].filter((note) => note !== null);
      const isShown = state === chosen.after;
      return (
        <li key={state.id} className={styles.entry} data-shown={isShown || undefined}>
          <p className={styles.title}>
            <a
              href={revisionsPath(storyId, { from: (beforeOf(states, state) ?? state).id, to: state.id })}
              className={styles.link}
              aria-current={isShown ? "true" : undefined}
              data-row
            >
              {stateTitle(state)}
            </a>
            {state.isLive ? <Badge tone="good">Live</Badge> : null}
            {isShown ? <Badge tone="info">Shown</Badge> : null}
            {state === chosen.before ? <Badge>Compared with</Badge> : null}
          </p>
          <p className={styles.facts}>
            <When at={state.at} now={now} zone={zone} /> · {wordsWords(state.wordCount)}
            {state.wordChange === null ? null : ` (${changeWords(state.wordChange)})`}
          </p>
          {notes.map((note) => (
            <p key={note} className={styles.facts}>
              {note}
            </p>
          ))}
          {state.authors.length > 0 ? <p className={styles.facts}>Written by {authorsWords(state.authors)}</p> : null}
        </li>
      );
    })}
  </ol>
);
