"use client";
import { Button } from "#components/ui/Button";
import { wayToWriter } from "#newsroom/workflow/stages";
import type { EditedStory, StoryEditorData } from "../edited-story.ts";
import styles from "./BriefNotice.module.css";

interface BriefNoticeProps {
  story: Pick<EditedStory, "brief" | "slugline" | "stage" | "can" | "language">;
  stages: StoryEditorData["stages"];
  onTake: () => void;
}

/** What an idea is about, above the text until it is handed in, and the way to begin. */
export function BriefNotice({ story, stages, onTake }: BriefNoticeProps) {
  const { brief, slugline, stage, can, language } = story;
  const isIdea = stage.meaning === "idea";
  if (!isIdea && (stage.meaning !== "writing" || !brief)) return null;
  return (
    <section aria-label="The idea" className={styles.notice}>
      <div className={styles.words} lang={language} dir="auto">
        {slugline ? <p className={styles.name}>{slugline}</p> : null}
        {brief ? <p className={styles.brief}>{brief}</p> : null}
      </div>
      {isIdea && can.take && wayToWriter(stages, stage.key).to ? (
        <Button tone="primary" size="small" onClick={onTake}>
          Start writing
        </Button>
      ) : null}
    </section>
  );
}
