import type { Retraction } from "#newsroom/stories/published";
import { directionOf } from "../direction.ts";
import { Instant } from "../Instant.tsx";
import type { Paper } from "../paper.ts";
import styles from "../shell/Shell.module.css";
import { wordsFor } from "../words.ts";
import { NoteText } from "./Notes.tsx";

interface RetractedProps {
  retraction: Retraction;
  paper: Paper;
}

/** What stands in the place of a story that does not stand: the notice, and none of its words. */
export function Retracted({ retraction: { notice, language, at }, paper }: RetractedProps) {
  const { retracted, toFront } = wordsFor(paper.language);
  return (
    <div className={styles.notice}>
      <h1 className={styles.noticeTitle}>{retracted.title}</h1>
      <p className={styles.noticeText}>
        {retracted.since} <Instant at={at} paper={paper} precision="minute" />
      </p>
      <div className={styles.noticeText} lang={language} dir={directionOf(language)}>
        <NoteText note={notice} />
      </div>
      <p className={styles.noticeWays}>
        <a href="/">{toFront}</a>
      </p>
    </div>
  );
}
