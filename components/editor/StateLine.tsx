import { Badge } from "#components/ui/Badge";
import { bodyLimits } from "#newsroom/body/limits";
import { readingMinutes } from "#newsroom/body/text";
import { wordsWords } from "../desk/stories/story-row.ts";
import { priorityWords } from "../desk/words.ts";
import { publicationWords } from "./dialogs/publication-words.ts";
import type { EditedStory } from "./edited-story.ts";
import styles from "./StateLine.module.css";
import { workWords } from "./settings/work-words.ts";

interface StateLineProps {
  story: EditedStory;
  words: number;
  now: Date;
  zone: string;
}

/** How the story stands: where the draft is, what readers have, how long it is. */
export const StateLine = ({ story, words, now, zone }: StateLineProps) => (
  <div className={styles.line}>
    <Badge tone="info">{story.stage.name}</Badge>
    {story.priority === "normal" ? null : (
      <Badge tone={story.priority === "low" ? "plain" : "warning"}>{priorityWords[story.priority]}</Badge>
    )}
    {[...publicationWords(story, now, zone), ...workWords(story, now, zone)].map((fact) => (
      <span key={fact} className={styles.fact}>
        {fact}
      </span>
    ))}
    {story.confidential ? (
      <Badge>{["Confidential", story.circle.map(({ name }) => name).join(", ")].filter(Boolean).join(": ")}</Badge>
    ) : null}
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
