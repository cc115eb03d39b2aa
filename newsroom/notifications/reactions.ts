import "server-only";
import { staffIdOf } from "../kernel/actor.ts";
import type { EventPayload, NewsroomEvent } from "../kernel/events.ts";
import type { Reaction, ReactionTable } from "../kernel/reactions.ts";
import { tell, tellWhoHasIt } from "./tell.ts";
import { tellOfTrouble } from "./trouble.ts";

const mentioned: Reaction = async (event, { tx }) => {
  const { mentions, threadId, commentId } = event.payload;
  const people = Array.isArray(mentions) ? mentions : [];
  await tell(
    tx,
    people.map((staffId) => ({
      ...about(event),
      staffId,
      kind: "mention" as const,
      aboutId: idIn(threadId),
      cause: `mention:${commentId}`,
    })),
  );
};

/** Somebody outside says something: whom that calls hears of it. */
const fromOutside: Reaction = async (event, { tx }) => {
  const commentId = idIn(event.payload.commentId);
  if (!idIn(event.payload.shareId) || !commentId) return;
  const called = await tx.mention.findMany({ where: { commentId }, select: { staffId: true } });
  const aboutId = idIn(event.payload.threadId);
  const telling = { ...about(event), kind: "mention" as const, aboutId, cause: `outside:${commentId}` };
  await tell(
    tx,
    called.map(({ staffId }) => ({ ...telling, staffId })),
  );
};

/** What was taken back before anybody looked calls nobody. */
const uncalled: Reaction = async ({ payload: { commentId } }, { tx }) => {
  const standing = await tx.mention.findMany({ where: { commentId: String(commentId) }, select: { staffId: true } });
  await tx.notification.deleteMany({
    where: {
      cause: { in: [`mention:${commentId}`, `outside:${commentId}`] },
      seenAt: null,
      staffId: { notIn: standing.map(({ staffId }) => staffId) },
    },
  });
};

const assigned: Reaction = async (event, { tx }) => {
  const { from, to } = event.payload;
  const story = about(event);
  // Who has just lost it again, without having looked, need not hear that it was theirs.
  const was = idIn(from);
  if (was)
    await tx.notification.deleteMany({
      where: { staffId: was, storyId: story.storyId, kind: "assignment", aboutId: null, seenAt: null },
    });
  const staffId = idIn(to);
  if (staffId) await tell(tx, [{ ...story, staffId, kind: "assignment", aboutId: null, cause: causeOf(event) }]);
};

const given: Reaction = async (event, { tx }) => {
  const staffId = idIn(event.payload.to);
  const aboutId = idIn(event.payload.assignmentId);
  if (staffId) await tell(tx, [{ ...about(event), staffId, kind: "assignment", aboutId, cause: causeOf(event) }]);
};

const withdrawn: Reaction = async (event, { tx }) => {
  const aboutId = idIn(event.payload.assignmentId);
  if (aboutId) await tx.notification.deleteMany({ where: { storyId: about(event).storyId, aboutId, seenAt: null } });
};

const returned: Reaction = async (event, { tx }) => {
  const { storyId } = about(event);
  const story = await tx.story.findUnique({ where: { id: storyId }, select: { assigneeId: true, createdById: true } });
  const staffId = story?.assigneeId ?? story?.createdById;
  if (staffId)
    await tellWhoHasIt(tx, [{ ...about(event), staffId, kind: "return", aboutId: null, cause: causeOf(event) }]);
};

/**
 * Who made a plan hears that somebody else, or what they had planned themselves, left nothing to carry out of it. What counted down
 * was taken back before the eyes of all who have the story open, unless the clock did it.
 */
const planCancelled: Reaction = async (event, { tx }) => {
  const planId = idIn(event.payload.planId);
  const plan = planId ? await tx.plan.findUnique({ where: { id: planId } }) : null;
  const { byId, ...story } = about(event);
  if (!plan?.plannedById || plan.failedAt || (plan.isUndoable && byId)) return;
  const by = byId ?? idIn(event.payload.plannedBy);
  const cause = causeOf(event);
  await tell(tx, [{ ...story, byId: by, staffId: plan.plannedById, kind: "plan", aboutId: plan.id, cause }]);
};

const planTrouble: Reaction = async (event, context) => {
  const planId = idIn(event.payload.planId);
  const plan = planId ? await context.tx.plan.findUnique({ where: { id: planId } }) : null;
  await tellOfTrouble(context, { ...about(event), concerned: plan?.plannedById ?? null, cause: causeOf(event) });
};

const unproved: Reaction = async (event, context) => {
  const { eventId, expects, staffId } = event.payload;
  // Of one change once, wherever else it is so.
  const cause = `${event.type}:${String(expects)}:${String(eventId)}`;
  await tellOfTrouble(context, { ...about(event), concerned: idIn(staffId), cause });
};

/** What makes somebody at the desk be told, in the transaction of the event. */
export const notificationReactions: ReactionTable = {
  "comment.started": [mentioned, fromOutside],
  "comment.replied": [mentioned],
  "comment.edited": [uncalled, mentioned],
  "comment.removed": [uncalled],
  "story.assigned": [assigned],
  "story.returned": [returned],
  "assignment.given": [given],
  "assignment.changed": [given],
  "assignment.withdrawn": [withdrawn],
  "plan.cancelled": [planCancelled],
  "plan.failed": [planTrouble],
  "plan.overdue": [planTrouble],
  "proof.missing": [unproved],
  "proof.unlooked": [unproved],
};

const about = ({ subject, actor, at }: NewsroomEvent) => ({ storyId: subject ?? "", byId: staffIdOf(actor), at });
const causeOf = ({ type, id }: NewsroomEvent) => `${type}:${id}`;
const idIn = (value: EventPayload[string] | undefined): string | null => (typeof value === "string" ? value : null);
