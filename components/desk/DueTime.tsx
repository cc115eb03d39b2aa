import { Badge } from "#components/ui/Badge";
import { dayAndBothTimes } from "#newsroom/settings/zone";
import { isOverdue } from "#newsroom/workflow/directions";
import type { StoryRow } from "./stories/story-row.ts";

interface DueTimeProps {
  story: Pick<StoryRow, "dueAt" | "publication" | "stage">;
  zone: string;
  now: Date;
  /** Where nothing around it says what it is. */
  isNamed?: boolean;
}

/** By when it is to be ready, in both times; in words, not by colour alone, once that has passed. */
export const DueTime = ({ story, zone, now, isNamed = true }: DueTimeProps) =>
  story.dueAt ? (
    <>
      {isOverdue(story, now) ? <Badge tone="danger">Overdue</Badge> : null}{" "}
      <time dateTime={story.dueAt.toISOString()}>
        {isNamed ? "Due " : null}
        {dayAndBothTimes(story.dueAt, zone, now)}
      </time>
    </>
  ) : null;
