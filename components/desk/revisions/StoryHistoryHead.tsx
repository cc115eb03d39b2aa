import { ArrowLeft } from "lucide-react";
import { editorPath } from "../stories/story-row.ts";
import { headlineOr } from "../words.ts";
import { revisionsPath, whoWrotePath } from "./revisions-path.ts";
import styles from "./StoryHistoryHead.module.css";

interface StoryHistoryHeadProps {
  storyId: string;
  headline: string;
  here: "revisions" | "whoWrote";
}

/** Whose history this is, its two sides, and the way back to the story. */
export const StoryHistoryHead = ({ storyId, headline, here }: StoryHistoryHeadProps) => (
  <div className={styles.head}>
    <h1 className={styles.title}>
      {here === "revisions" ? "Revisions" : "Who wrote what"}
      <span className={styles.of}>{headlineOr(headline)}</span>
    </h1>
    <nav aria-label="History of the story" className={styles.links}>
      <a href={editorPath(storyId)} className={styles.link}>
        <ArrowLeft aria-hidden />
        Back to the story
      </a>
      <a href={revisionsPath(storyId)} className={styles.link} aria-current={here === "revisions" ? "page" : undefined}>
        Revisions
      </a>
      <a href={whoWrotePath(storyId)} className={styles.link} aria-current={here === "whoWrote" ? "page" : undefined}>
        Who wrote what
      </a>
    </nav>
  </div>
);
