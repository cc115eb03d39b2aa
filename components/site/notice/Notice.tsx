import type { Paper } from "../paper.ts";
import { wordsFor } from "../words.ts";
import styles from "./Notice.module.css";

interface Props {
  kind: "notFound" | "withdrawn";
  paper: Paper;
}

/** Said in place of a page that is not there; it tells nothing of what may have been. */
export function Notice({ kind, paper }: Props) {
  const words = wordsFor(paper.language);
  const { title, text } = words[kind];
  return (
    <div className={styles.notice}>
      {kind === "notFound" && (
        <p className={styles.mark} aria-hidden="true">
          404
        </p>
      )}
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.text}>{text}</p>
      <p className={styles.ways}>
        <a href="/">{words.toFront}</a>
      </p>
    </div>
  );
}
