import { underEmbargo } from "#newsroom/kernel/clock";
import { dayAndBothTimes } from "#newsroom/settings/zone";
import type { EditedStory } from "./edited-story.ts";

type Told = Pick<EditedStory, "publication" | "hasUnpublishedChanges" | "plan" | "embargoUntil" | "heldBecause">;

/** What readers have of the story, and what is going to happen, each in a few honest words. */
export function publicationWords(story: Told, now: Date, zone: string): string[] {
  const { plan, embargoUntil, heldBecause } = story;
  return [
    factWords(story, now, zone),
    plan &&
      `${planWords[plan.verb]} ${dayAndBothTimes(plan.at, zone, now)}${plan.failure === null ? "" : ` failed: ${plan.failure}`}`,
    embargoUntil && underEmbargo({ embargoUntil }, now) && `Embargo until ${dayAndBothTimes(embargoUntil, zone, now)}`,
    heldBecause !== null && (heldBecause ? `On hold: ${heldBecause}` : "On hold"),
  ].filter((words): words is string => typeof words === "string");
}

const planWords = {
  publish: "Planned for",
  update: "Update planned for",
  correct: "Correction planned for",
  withdraw: "Withdrawal planned for",
};

function factWords({ publication, hasUnpublishedChanges, plan }: Told, now: Date, zone: string): string | null {
  switch (publication.state) {
    case "unpublished":
      return plan ? null : "Not published";
    case "live":
      return hasUnpublishedChanges
        ? "Live · you have unpublished changes"
        : `Live since ${dayAndBothTimes(publication.since, zone, now)}`;
    case "retracted":
      return "Retracted";
    case "withdrawn":
      return { unpublished: "Withdrawn", killed: "Killed", legal: "Killed by a legal order" }[publication.how];
    default:
      return publication satisfies never;
  }
}
