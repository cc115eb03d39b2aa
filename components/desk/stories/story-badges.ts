import { underEmbargo } from "#newsroom/kernel/clock";
import { dayAndBothTimes, plannedTimes } from "#newsroom/settings/zone";
import { exactly } from "../when.ts";
import type { StoryRow } from "./story-row.ts";

export interface StoryBadge {
  tone: "plain" | "good" | "info" | "warning" | "danger";
  label: string;
  /** The longer words, on hover. */
  title?: string;
}

type BadgedStory = Pick<
  StoryRow,
  | "stage"
  | "publication"
  | "hasUnpublishedChanges"
  | "plan"
  | "goingLive"
  | "withdrawal"
  | "embargoUntil"
  | "heldBecause"
  | "confidential"
  | "priority"
  | "legal"
  | "returned"
>;

/** What everybody at the desk should see of a story at once: what readers have, what is to happen, what stands against it. */
export function storyBadges(story: BadgedStory, now: Date, zone: string, isStageSaid = false): StoryBadge[] {
  return [
    isStageSaid && story.publication.state === "unpublished" ? null : publicationBadge(story, now, zone),
    goingLiveBadge(story),
    planBadge(story.plan, now, zone),
    planBadge(story.withdrawal, now, zone),
    ...obstacleBadges(story, now, zone),
  ].filter((badge) => badge !== null);
}

function publicationBadge(story: BadgedStory, now: Date, zone: string): StoryBadge | null {
  const { stage, publication, hasUnpublishedChanges, plan, goingLive } = story;
  switch (publication.state) {
    case "unpublished":
      if (plan || goingLive) return null;
      return {
        tone: "plain",
        label: stage.meaning === "idea" ? "Idea" : "Draft",
        title: "Readers have never seen this story.",
      };
    case "live": {
      if (underEmbargo(story, now)) {
        const title = "Readers do not get it before the embargo ends.";
        return { tone: "warning", label: hasUnpublishedChanges ? "Hidden · edited" : "Hidden", title };
      }
      const since = `Live since ${exactly(publication.since, zone)}`;
      return hasUnpublishedChanges
        ? { tone: "good", label: "Live · edited", title: `${since}; the draft has changes that readers do not see.` }
        : { tone: "good", label: "Live", title: since };
    }
    case "retracted":
      return { tone: "warning", label: "Retracted", title: `Retracted ${exactly(publication.at, zone)}` };
    case "withdrawn": {
      const title = [exactly(publication.at, zone), publication.reason].filter(Boolean).join(": ");
      return publication.how === "unpublished"
        ? { tone: "plain", label: "Withdrawn", title }
        : { tone: "danger", label: publication.how === "legal" ? "Killed · legal" : "Killed", title };
    }
  }
}

const planWords = {
  publish: "Planned",
  update: "Update planned",
  correct: "Correction planned",
  withdraw: "Withdrawal planned",
} as const;

function goingLiveBadge({ goingLive }: BadgedStory): StoryBadge | null {
  if (!goingLive) return null;
  return goingLive.failure === null
    ? { tone: "info", label: "Going live", title: "Publish was pressed; it can still be taken back." }
    : { tone: "danger", label: "Not published", title: goingLive.failure };
}

function planBadge(plan: BadgedStory["plan"], now: Date, zone: string): StoryBadge | null {
  if (!plan) return null;
  const label = `${planWords[plan.verb]} ${plannedTimes(plan, zone, now)}`;
  return plan.failure === null
    ? { tone: "info", label }
    : { tone: "danger", label: "Plan failed", title: `${label}. ${plan.failure}` };
}

/** What is as it mostly is needs no badge. */
const priorityBadges = {
  low: { tone: "plain", label: "Low" },
  normal: null,
  high: { tone: "warning", label: "High" },
  urgent: { tone: "danger", label: "Urgent" },
} as const satisfies Record<StoryRow["priority"], StoryBadge | null>;

const obstacleBadges = (story: BadgedStory, now: Date, zone: string): (StoryBadge | null)[] => [
  priorityBadges[story.priority],
  story.returned && {
    tone: "warning",
    label: "Returned",
    title: `${story.returned.by ?? "The program"}: ${story.returned.reason}`,
  },
  story.legal.status === "required"
    ? { tone: "warning", label: "With legal", title: "Nobody publishes it until legal has cleared it." }
    : null,
  story.heldBecause === null ? null : { tone: "warning", label: "On hold", title: story.heldBecause },
  story.embargoUntil && underEmbargo(story, now)
    ? { tone: "warning", label: `Embargo until ${dayAndBothTimes(story.embargoUntil, zone, now)}` }
    : null,
  story.confidential
    ? {
        tone: "plain",
        label: "Confidential",
        title: "Only its writer and editors, or those who are named, can see this story.",
      }
    : null,
];
