import { dayAndBothTimes } from "#newsroom/settings/zone";
import { isOverdue } from "#newsroom/workflow/directions";
import type { EditedStory } from "../edited-story.ts";

type Told = Pick<EditedStory, "assignee" | "dueAt" | "desk" | "legal" | "publication" | "stage">;

/** Who is to do it, by when, and what the lawyers say, each in a few words. */
export const workWords = (story: Told, now: Date, zone: string): string[] =>
  [
    story.assignee && `Assigned to ${story.assignee.name}`,
    story.dueAt && `${isOverdue(story, now) ? "Overdue since" : "Due"} ${dayAndBothTimes(story.dueAt, zone, now)}`,
    story.desk?.name,
    legalWords(story.legal, now, zone),
  ].filter((words): words is string => typeof words === "string");

function legalWords({ status, by, at }: EditedStory["legal"], now: Date, zone: string): string | null {
  if (status === "notNeeded") return null;
  const said = [by, at && dayAndBothTimes(at, zone, now)].filter(Boolean).join(", ");
  const words = status === "required" ? "Waits for legal" : "Cleared by legal";
  return said ? `${words} (${said})` : words;
}
