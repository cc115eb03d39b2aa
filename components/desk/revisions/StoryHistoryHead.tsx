import { ArrowLeft } from "lucide-react";
import { editorPath } from "../stories/story-row.ts";
import { historyPath, revisionsPath, whoWrotePath } from "./revisions-path.ts";
import styles from "./StoryHistoryHead.module.css";

const titles = { history: "History", revisions: "Revisions", whoWrote: "Who wrote what" };

interface StoryHistoryHeadProps {
  storyId: string;
  /** What the story goes by. */
  name: string;
  here: keyof typeof titles;
}

/** Whose history this is, its three sides, and the way back to the story. */
export const StoryHistoryHead = ({ storyId, name, here }: StoryHistoryHeadProps) => (
  <div className={styles.head}>
    <h1 className={styles.title}>
      {titles[here]}
      <span className={styles.of}>{name}</span>
    </h1>
    <nav aria-label="History of the story" className={styles.links}>
      <a href={editorPath(storyId)} className={styles.link}>
        <ArrowLeft aria-hidden />
        Back to the story
      </a>
      <a href={historyPath(storyId)} className={styles.link} aria-current={here === "history" ? "page" : undefined}>
        History
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
