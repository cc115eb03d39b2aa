import type { Paper } from "../paper.ts";
import { wordsFor } from "../words.ts";
import styles from "./Shell.module.css";

interface Props {
  kind: "notFound" | "withdrawn";
  paper: Paper;
}

/**
 * Said in place of a page that is not there; it tells nothing of what may have been. It shares the style sheet of the
 * shell, since Next has every page load what its not-found needs.
 */
export function Notice({ kind, paper }: Props) {
  const words = wordsFor(paper.language);
  const { title, text } = words[kind];
  return (
    <div className={styles.notice}>
      {kind === "notFound" && (
        <p className={styles.noticeMark} aria-hidden="true">
          404
        </p>
      )}
      <h1 className={styles.noticeTitle}>{title}</h1>
      <p className={styles.noticeText}>{text}</p>
      <p className={styles.noticeWays}>
        <a href="/">{words.toFront}</a>
      </p>
    </div>
  );
}
