import type { EditedStory } from "../edited-story.ts";
import styles from "./TakenDownNotice.module.css";

interface TakenDownNoticeProps {
  takenDown: NonNullable<EditedStory["takenDown"]>;
}

/** Of a story that readers had: where it is gone from, and what stands in its place. */
export const TakenDownNotice = ({ takenDown: { goneFrom, notice } }: TakenDownNoticeProps) => (
  <section className={styles.notice} aria-label="Taken down">
    {notice ? (
      <p className={styles.words}>
        <strong>In its place readers find:</strong> {notice}
      </p>
    ) : null}
    <details>
      <summary>Gone from {goneFrom.length} addresses</summary>
      <p className={styles.words}>
        The program looks at each of these, unless it says otherwise, whether it is really gone. Search is asked for its
        headline. Further pages of lists and of search are not looked at, nor what is related to other stories than
        these.
      </p>
      <ul className={styles.places}>
        {goneFrom.map(({ address, as, isLookedAt }) => (
          <li key={address}>
            <a href={address} target="_blank" rel="noreferrer">
              {decodeURI(address)}
            </a>
            {as === "related" ? " (among what is related)" : as === "translation" ? " (among its languages)" : null}
            {isLookedAt ? null : " (not looked at)"}
          </li>
        ))}
      </ul>
    </details>
  </section>
);
