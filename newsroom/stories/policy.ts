import type { Actor } from "../kernel/actor.ts";
import { type Action, reachOf } from "../people/roles.ts";

/** What a right needs to know of a story. */
export interface StoryAtHand {
  createdById: string | null;
  confidential: boolean;
}

/** The setting on which authors' rights to publish hang. */
export interface PublishingRule {
  authorsPublishOwn: boolean;
}

const isOwn = (actor: Actor, story: StoryAtHand): boolean => actor.kind === "staff" && story.createdById === actor.id;

function within(actor: Actor, action: Action, story: StoryAtHand): boolean {
  const reach = reachOf(actor, action);
  if (reach === "any") return true;
  if (reach === "open") return !story.confidential || isOwn(actor, story);
  return reach === "own" && isOwn(actor, story);
}

const byRule = (actor: Actor, action: Action, story: StoryAtHand, rule: PublishingRule): boolean =>
  within(actor, action, story) && (rule.authorsPublishOwn || reachOf(actor, action) === "any");

export const canCreateStory = (actor: Actor): boolean => reachOf(actor, "story.create") !== "no";
export const canReadStory = (actor: Actor, story: StoryAtHand): boolean => within(actor, "story.read", story);
export const canWriteStory = (actor: Actor, story: StoryAtHand): boolean => within(actor, "story.write", story);
export const canCommentStory = (actor: Actor, story: StoryAtHand): boolean => within(actor, "story.comment", story);
/** What a right needs to know of a comment. */
interface CommentAtHand {
  staffId: string | null;
}

export const canEditComment = (actor: Actor, story: StoryAtHand, { staffId }: CommentAtHand): boolean =>
  canCommentStory(actor, story) && actor.kind === "staff" && actor.id === staffId;
export const canRemoveComment = (actor: Actor, story: StoryAtHand, comment: CommentAtHand): boolean =>
  canEditComment(actor, story, comment) || within(actor, "comment.remove", story);
export const canSubmitStory = (actor: Actor, story: StoryAtHand): boolean => within(actor, "story.submit", story);
export const canMoveStory = (actor: Actor, story: StoryAtHand): boolean => within(actor, "story.move", story);
export const canKillStory = (actor: Actor, story: StoryAtHand): boolean => within(actor, "story.kill", story);
export const canEmbargoStory = (actor: Actor, story: StoryAtHand): boolean => within(actor, "story.embargo", story);
export const canShareStory = (actor: Actor, story: StoryAtHand): boolean => within(actor, "story.share", story);
export const canPublishStory = (actor: Actor, story: StoryAtHand, rule: PublishingRule): boolean =>
  byRule(actor, "story.publish", story, rule);
export const canPlanStory = (actor: Actor, story: StoryAtHand, rule: PublishingRule): boolean =>
  byRule(actor, "story.plan", story, rule);
export const canCorrectStory = (actor: Actor, story: StoryAtHand, rule: PublishingRule): boolean =>
  byRule(actor, "story.correct", story, rule);
export const canReaddressStory = (actor: Actor, story: StoryAtHand, rule: PublishingRule): boolean =>
  byRule(actor, "story.readdress", story, rule);
export const canRetractStory = (actor: Actor, story: StoryAtHand): boolean => within(actor, "story.retract", story);
export const canUnpublishStory = (actor: Actor, story: StoryAtHand, rule: PublishingRule): boolean =>
  byRule(actor, "story.unpublish", story, rule);

/** What the desk may offer this person on this story: made of the same answers that the commands ask for. */
export const storyAbilities = (actor: Actor, story: StoryAtHand, rule: PublishingRule) => ({
  read: canReadStory(actor, story),
  write: canWriteStory(actor, story),
  comment: canCommentStory(actor, story),
  submit: canSubmitStory(actor, story),
  move: canMoveStory(actor, story),
  publish: canPublishStory(actor, story, rule),
  plan: canPlanStory(actor, story, rule),
  unpublish: canUnpublishStory(actor, story, rule),
  correct: canCorrectStory(actor, story, rule),
  readdress: canReaddressStory(actor, story, rule),
  retract: canRetractStory(actor, story),
  kill: canKillStory(actor, story),
  embargo: canEmbargoStory(actor, story),
  share: canShareStory(actor, story),
});

export type StoryAbilities = ReturnType<typeof storyAbilities>;
