import { Badge } from "#components/ui/Badge";
import { bodyLimits } from "#newsroom/body/limits";
import { readingMinutes } from "#newsroom/body/text";
import { isStage } from "#newsroom/workflow/stages";
import { wordsWords } from "../desk/stories/story-row.ts";
import { stageWords } from "../desk/words.ts";
import type { EditedStory } from "./edited-story.ts";
import { publicationWords } from "./publication-words.ts";
import styles from "./StateLine.module.css";

interface StateLineProps {
  story: EditedStory;
  words: number;
  now: Date;
  zone: string;
}

/** How the story stands: where the draft is, what readers have, how long it is. */
export const StateLine = ({ story, words, now, zone }: StateLineProps) => (
  <div className={styles.line}>
    <Badge tone="info">{isStage(story.stage) ? stageWords[story.stage] : story.stage}</Badge>
    {publicationWords(story, now, zone).map((fact) => (
      <span key={fact} className={styles.fact}>
        {fact}
      </span>
    ))}
    {story.confidential ? <Badge>Confidential</Badge> : null}
    {story.can.write ? null : <Badge>Read only</Badge>}
    <span className={styles.count}>
      {wordsWords(words)}
      {words > 0 ? ` · ${readingMinutes(words)} min` : null}
      {words > bodyLimits.words * 0.95 ? (
        <strong className={styles.limit}> of at most {new Intl.NumberFormat("en").format(bodyLimits.words)}</strong>
      ) : null}
    </span>
  </div>
);
