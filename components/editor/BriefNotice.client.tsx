"use client";
import { Button } from "#components/ui/Button";
import styles from "./BriefNotice.module.css";
import type { EditedStory } from "./edited-story.ts";

interface BriefNoticeProps {
  story: Pick<EditedStory, "brief" | "slugline" | "stage" | "can" | "language">;
  onTake: () => void;
}

/** What an idea is about, above the text until it is handed in, and the way to begin. */
export function BriefNotice({ story: { brief, slugline, stage, can, language }, onTake }: BriefNoticeProps) {
  const isIdea = stage.meaning === "idea";
  if (!isIdea && (stage.meaning !== "writing" || !brief)) return null;
  return (
    <section aria-label="The idea" className={styles.notice}>
      <div className={styles.words} lang={language} dir="auto">
        {slugline ? <p className={styles.name}>{slugline}</p> : null}
        {brief ? <p className={styles.brief}>{brief}</p> : null}
      </div>
      {isIdea && can.take ? (
        <Button tone="primary" size="small" onClick={onTake}>
          Start writing
        </Button>
      ) : null}
    </section>
  );
}
