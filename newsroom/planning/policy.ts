import type { Actor } from "../kernel/actor.ts";
import { reachOf } from "../people/roles.ts";
import { canReadStory, isOwn, type StoryAtHand } from "../stories/policy.ts";

/** Whoever may read an idea that nobody was given may take it up, if their right reaches it. */
export function canTakeIdea(actor: Actor, story: StoryAtHand): boolean {
  if (!canReadStory(actor, story)) return false;
  const reach = reachOf(actor, "story.take");
  if (reach === "any") return true;
  return isOwn(actor, story) ? reach !== "no" : reach === "open" && story.assigneeId === null;
}

/** Who says when ideas are due and who is to write them. */
export const canDirectIdeas = (actor: Actor): boolean => reachOf(actor, "story.direct") === "any";
