import type { EditedStory } from "./edited-story.ts";
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
      <ul className={styles.places}>
        {goneFrom.map((place) => (
          <li key={place}>
            <a href={place} target="_blank" rel="noreferrer">
              {place}
            </a>
          </li>
        ))}
      </ul>
    </details>
  </section>
);
