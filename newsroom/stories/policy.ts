import type { Actor, Role } from "../kernel/actor.ts";
import { type Action, reachOf } from "../people/roles.ts";

/** What a right needs to know of a story. */
export interface StoryAtHand {
  createdById: string | null;
  assigneeId: string | null;
  confidential: boolean;
  /** Who was named to know of it while it is confidential; nobody: no circle closes it. */
  circle: readonly { staffId: string }[];
  /** Who has an assignment in it that is not withdrawn. */
  assignments: readonly { staffId: string }[];
  /** Since when it lies in the trash: there it is unknown to everything but the trash. */
  spikedAt: Date | null;
}

/** Dropping a story that readers have had is another matter than dropping a draft. */
export interface StoryToSpike extends StoryAtHand {
  firstPublishedAt: Date | null;
}

/** The columns to select for a `StoryAtHand`. */
export const atHand = {
  createdById: true,
  assigneeId: true,
  confidential: true,
  circle: { select: { staffId: true } },
  assignments: { where: { withdrawnAt: null }, select: { staffId: true } },
  spikedAt: true,
} as const;

/** The setting on which authors' rights to publish hang. */
export interface PublishingRule {
  authorsPublishOwn: boolean;
}

/** One's own is what one started, and what was given to one. */
const isOwn = (actor: Actor, story: Pick<StoryAtHand, "createdById" | "assigneeId">): boolean =>
  actor.kind === "staff" && (story.createdById === actor.id || story.assigneeId === actor.id);

/** One's own, and those in which one is to file something, or has filed it. */
export const isWorking = (
  actor: Actor,
  story: Pick<StoryAtHand, "createdById" | "assigneeId" | "assignments">,
): boolean =>
  isOwn(actor, story) || (actor.kind === "staff" && story.assignments.some(({ staffId }) => staffId === actor.id));

const isNamed = (actor: Actor, { confidential, circle }: StoryAtHand): boolean =>
  actor.kind === "staff" && confidential && circle.some(({ staffId }) => staffId === actor.id);
function reaches(actor: Actor, action: Action, story: StoryAtHand): boolean {
  const reach = reachOf(actor, action);
  switch (reach) {
    case "any":
      return true;
    case "wide":
      return !story.confidential || story.circle.length === 0 || isNamed(actor, story) || isWorking(actor, story);
    case "open":
      return !story.confidential || isNamed(actor, story) || isWorking(actor, story);
    case "named":
      return isNamed(actor, story) || isWorking(actor, story);
    case "working":
      return isWorking(actor, story);
    case "own":
      return isOwn(actor, story);
    case "no":
      return false;
    default:
      return reach satisfies never;
  }
}

/** Whatever else one may do: not with a story that one may not read. */
const knowing = (actor: Actor, action: Action, story: StoryAtHand): boolean =>
  reaches(actor, "story.read", story) && reaches(actor, action, story);

const within = (actor: Actor, action: Action, story: StoryAtHand): boolean =>
  story.spikedAt === null && knowing(actor, action, story);

const byRule = (actor: Actor, action: Action, story: StoryAtHand, rule: PublishingRule): boolean =>
  within(actor, action, story) && (rule.authorsPublishOwn || reachOf(actor, action) !== "own");

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
/** Whoever may read an idea that nobody was given may take it up, if their right reaches it. */
export const canTakeStory = (actor: Actor, story: StoryAtHand): boolean =>
  canReadStory(actor, story) && takesUp(actor, story);

/** The same of an idea that the actor is known to read. */
export function takesUp(actor: Actor, story: Pick<StoryAtHand, "createdById" | "assigneeId">): boolean {
  const reach = reachOf(actor, "story.take");
  if (reach === "any") return true;
  return isOwn(actor, story) ? reach !== "no" : reach === "open" && story.assigneeId === null;
}

export const canSubmitStory = (actor: Actor, story: StoryAtHand): boolean => within(actor, "story.submit", story);
export const canMoveStory = (actor: Actor, story: StoryAtHand): boolean => within(actor, "story.move", story);
export const canReturnStory = (actor: Actor, story: StoryAtHand): boolean => within(actor, "story.return", story);
export const canDirectStory = (actor: Actor, story: StoryAtHand): boolean => within(actor, "story.direct", story);
export const canReferStory = (actor: Actor, story: StoryAtHand): boolean => within(actor, "story.refer", story);
export const canClearStory = (actor: Actor, story: StoryAtHand): boolean => within(actor, "story.clear", story);
export const canHoldStory = (actor: Actor, story: StoryAtHand): boolean => within(actor, "story.hold", story);
export const canConfideStory = (actor: Actor, story: StoryAtHand): boolean => within(actor, "story.confide", story);
export const canKillStory = (actor: Actor, story: StoryAtHand): boolean => within(actor, "story.kill", story);
export const canEmbargoStory = (actor: Actor, story: StoryAtHand): boolean => within(actor, "story.embargo", story);
export const canShareStory = (actor: Actor, story: StoryAtHand): boolean => within(actor, "story.share", story);

/** Who made a link to a story for somebody outside. */
export interface LinkMaker {
  id: string;
  name: string;
  role: Role;
  deactivatedAt: Date | null;
}

/** Does whoever made a link answer for it still? It rests while they do not work here, or may not show the story any more. */
export const answersForLink = (maker: LinkMaker | null, story: StoryAtHand): boolean =>
  maker !== null && maker.deactivatedAt === null && canShareStory({ ...maker, kind: "staff", sessionId: "" }, story);

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
/** One's own as long as readers have never had it; an editor's right goes further. */
export const canSpikeStory = (actor: Actor, story: StoryToSpike): boolean =>
  within(actor, "story.spike", story) && (story.firstPublishedAt === null || reachOf(actor, "story.spike") === "any");
/** Of stories in the trash; `restorableBy` in newsroom/trash/queries.ts says the same of many. */
export const canRestoreStory = (actor: Actor, story: StoryAtHand): boolean =>
  story.spikedAt !== null && knowing(actor, "story.restore", story);
/** Was this, before it went to the trash, a story that the actor could know of? */
export const couldReadStory = (actor: Actor, story: StoryAtHand): boolean => reaches(actor, "story.read", story);

/** What the desk may offer this person on this story: made of the same answers that the commands ask for. */
export const storyAbilities = (actor: Actor, story: StoryToSpike, rule: PublishingRule) => ({
  read: canReadStory(actor, story),
  write: canWriteStory(actor, story),
  comment: canCommentStory(actor, story),
  take: canTakeStory(actor, story),
  submit: canSubmitStory(actor, story),
  move: canMoveStory(actor, story),
  return: canReturnStory(actor, story),
  direct: canDirectStory(actor, story),
  refer: canReferStory(actor, story),
  clear: canClearStory(actor, story),
  hold: canHoldStory(actor, story),
  confide: canConfideStory(actor, story),
  publish: canPublishStory(actor, story, rule),
  plan: canPlanStory(actor, story, rule),
  unpublish: canUnpublishStory(actor, story, rule),
  correct: canCorrectStory(actor, story, rule),
  readdress: canReaddressStory(actor, story, rule),
  retract: canRetractStory(actor, story),
  kill: canKillStory(actor, story),
  embargo: canEmbargoStory(actor, story),
  share: canShareStory(actor, story),
  spike: canSpikeStory(actor, story),
});

export type StoryAbilities = ReturnType<typeof storyAbilities>;
