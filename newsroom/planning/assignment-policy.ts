import type { Actor } from "../kernel/actor.ts";
import { may, reachOf } from "../people/roles.ts";
import { canReadStory, type StoryAtHand } from "../stories/policy.ts";
import { isOpen } from "./assignments.ts";

/** What a right needs to know of an assignment. */
interface AssignmentAtHand {
  staffId: string;
  filedAt: Date | null;
  withdrawnAt: Date | null;
}

/** Who gives assignments in a story changes and withdraws them as well. */
export const canGiveAssignment = (actor: Actor, story: StoryAtHand): boolean =>
  canReadStory(actor, story) && may(actor, "assignment.give");

/** One's own is what one is to file oneself, whosever the story is. */
export function canFileAssignment(
  actor: Actor,
  story: StoryAtHand,
  { staffId }: Pick<AssignmentAtHand, "staffId">,
): boolean {
  const isOwn = actor.kind === "staff" && actor.id === staffId;
  return (
    canReadStory(actor, story) && reachOf(actor, "assignment.file") !== "no" && (isOwn || may(actor, "assignment.file"))
  );
}

/** What the desk may offer this person on this assignment. */
export const assignmentAbilities = (actor: Actor, story: StoryAtHand, assignment: AssignmentAtHand) => ({
  file: isOpen(assignment) && canFileAssignment(actor, story, assignment),
  change: isOpen(assignment) && canGiveAssignment(actor, story),
  withdraw: assignment.withdrawnAt === null && canGiveAssignment(actor, story),
});
