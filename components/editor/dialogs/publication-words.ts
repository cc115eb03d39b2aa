import { underEmbargo } from "#newsroom/kernel/clock";
import { dayAndBothTimes, plannedTimes } from "#newsroom/settings/zone";
import type { EditedPlan, EditedStory } from "../edited-story.ts";

type Told = Pick<
  EditedStory,
  "publication" | "hasUnpublishedChanges" | "plan" | "withdrawal" | "embargoUntil" | "heldBecause"
>;

/** What readers have of the story, and what is going to happen, each in a few honest words. */
export function publicationWords(story: Told, now: Date, zone: string): string[] {
  const { plan, withdrawal, embargoUntil, heldBecause } = story;
  return [
    factWords(story, now, zone),
    plan && wordsOfPlan(plan, now, zone),
    withdrawal && wordsOfPlan(withdrawal, now, zone),
    embargoUntil && underEmbargo({ embargoUntil }, now) && `Embargo until ${dayAndBothTimes(embargoUntil, zone, now)}`,
    heldBecause !== null && (heldBecause ? `On hold: ${heldBecause}` : "On hold"),
  ].filter((words): words is string => typeof words === "string");
}

function wordsOfPlan(plan: EditedPlan, now: Date, zone: string): string {
  const { verb, failure, tries } = plan;
  const words = `${planWords[verb]} ${plannedTimes(plan, zone, now)}`;
  if (failure !== null) return `${words} failed: ${failure}`;
  return tries > 0 ? `${words} failed and is tried again` : words;
}

const planWords = {
  publish: "Planned for",
  update: "Update planned for",
  correct: "Correction planned for",
  withdraw: "Withdrawal planned for",
};

function factWords(story: Told, now: Date, zone: string): string | null {
  const { publication, hasUnpublishedChanges, plan } = story;
  switch (publication.state) {
    case "unpublished":
      return plan ? null : "Not published";
    case "live": {
      const since = `Live since ${dayAndBothTimes(publication.since, zone, now)}`;
      const isHidden = underEmbargo(story, now);
      if (hasUnpublishedChanges) return `${isHidden ? "Hidden from readers" : "Live"} · you have unpublished changes`;
      return isHidden ? "Hidden from readers" : since;
    }
    case "retracted":
      return "Retracted";
    case "withdrawn":
      return { unpublished: "Withdrawn", killed: "Killed", legal: "Killed by a legal order" }[publication.how];
    default:
      return publication satisfies never;
  }
}
