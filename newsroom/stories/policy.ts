import type { Actor } from "../kernel/actor.ts";
import { type Action, reachOf } from "../people/roles.ts";

/** What a right needs to know of a story. */
export interface StoryAtHand {
  createdById: string | null;
  confidential: boolean;
  /** Since when it lies in the trash: there it is unknown to everything but the trash. */
  spikedAt: Date | null;
}

/** Dropping a story that readers have had is another matter than dropping a draft. */
export interface StoryToSpike extends StoryAtHand {
  firstPublishedAt: Date | null;
}

/** The setting on which authors' rights to publish hang. */
export interface PublishingRule {
  authorsPublishOwn: boolean;
}

const isOwn = (actor: Actor, story: StoryAtHand): boolean => actor.kind === "staff" && story.createdById === actor.id;

const within = (actor: Actor, action: Action, story: StoryAtHand): boolean =>
  story.spikedAt === null && reaches(actor, action, story);

function reaches(actor: Actor, action: Action, story: StoryAtHand): boolean {
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
export const canSubmitStory = (actor: Actor, story: StoryAtHand): boolean => within(actor, "story.submit", story);
export const canMoveStory = (actor: Actor, story: StoryAtHand): boolean => within(actor, "story.move", story);
export const canKillStory = (actor: Actor, story: StoryAtHand): boolean => within(actor, "story.kill", story);
export const canEmbargoStory = (actor: Actor, story: StoryAtHand): boolean => within(actor, "story.embargo", story);
export const canPublishStory = (actor: Actor, story: StoryAtHand, rule: PublishingRule): boolean =>
  byRule(actor, "story.publish", story, rule);
export const canPlanStory = (actor: Actor, story: StoryAtHand, rule: PublishingRule): boolean =>
  byRule(actor, "story.plan", story, rule);
export const canUnpublishStory = (actor: Actor, story: StoryAtHand, rule: PublishingRule): boolean =>
  byRule(actor, "story.unpublish", story, rule);
/** One's own as long as readers have never had it; an editor's right goes further. */
export const canSpikeStory = (actor: Actor, story: StoryToSpike): boolean =>
  within(actor, "story.spike", story) && (story.firstPublishedAt === null || reachOf(actor, "story.spike") === "any");
/** Of stories in the trash; `restorableBy` in newsroom/trash/queries.ts says the same of many. */
export const canRestoreStory = (actor: Actor, story: StoryAtHand): boolean =>
  story.spikedAt !== null && reaches(actor, "story.restore", story);
/** Was this, before it went to the trash, a story that the actor could know of? */
export const couldReadStory = (actor: Actor, story: StoryAtHand): boolean => reaches(actor, "story.read", story);

/** What the desk may offer this person on this story: made of the same answers that the commands ask for. */
export const storyAbilities = (actor: Actor, story: StoryToSpike, rule: PublishingRule) => ({
  read: canReadStory(actor, story),
  write: canWriteStory(actor, story),
  comment: canCommentStory(actor, story),
  submit: canSubmitStory(actor, story),
  move: canMoveStory(actor, story),
  publish: canPublishStory(actor, story, rule),
  plan: canPlanStory(actor, story, rule),
  unpublish: canUnpublishStory(actor, story, rule),
  kill: canKillStory(actor, story),
  embargo: canEmbargoStory(actor, story),
  spike: canSpikeStory(actor, story),
});

export type StoryAbilities = ReturnType<typeof storyAbilities>;
