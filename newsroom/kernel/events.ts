import type { Actor } from "./actor.ts";

export const eventTypes = [
  "story.created",
  "story.changed",
  "story.submitted",
  "story.stage_moved",
  "story.returned",
  "story.assigned",
  "story.directed",
  "story.referred",
  "story.cleared",
  "story.held",
  "story.released",
  "story.confided",
  "story.published",
  "story.updated",
  "story.corrected",
  "story.told_changed",
  "story.retracted",
  "story.readdressed",
  "story.unpublished",
  "story.killed",
  "story.embargoed",
  "story.embargo_lapsed",
  "story.conflict_kept",
  "story.text_quarantined",
  "story.restored",
  "story.spiked",
  "story.unspiked",
  "story.removed",
  "story.pitched",
  "story.taken",
  "assignment.given",
  "assignment.changed",
  "assignment.filed",
  "assignment.withdrawn",
  "comment.started",
  "comment.replied",
  "comment.edited",
  "comment.removed",
  "comment.resolved",
  "comment.reopened",
  "revision.named",
  "share.made",
  "share.revoked",
  "plan.made",
  "plan.cancelled",
  "plan.failed",
  "plan.overdue",
  "proof.missing",
  "proof.unlooked",
  "redirect.added",
  "redirect.removed",
  "picture.added",
  "picture.described",
  "picture.removed",
  "picture.restored",
  "front.arranged",
  "slot.filled",
  "slot.emptied",
  "picture.discarded",
  "section.created",
  "section.renamed",
  "section.removed",
  "section.spiked",
  "section.unspiked",
  "tag.created",
  "tag.renamed",
  "tag.merged",
  "tag.merge_undone",
  "tag.kept_apart",
  "tag.removed",
  "tag.spiked",
  "tag.unspiked",
  "profile.created",
  "profile.changed",
  "profile.removed",
  "workflow.changed",
  "desk.created",
  "desk.renamed",
  "desk.removed",
  "staff.added",
  "staff.role_changed",
  "staff.deactivated",
  "staff.reactivated",
  "staff.password_set",
  "staff.password_link_made",
  "staff.signed_in",
  "staff.sign_in_failed",
  "staff.signed_out",
  "settings.changed",
  "rates.changed",
  "rate.held",
  "rate.refused",
  "house_rule.added",
  "house_rule.changed",
  "house_rule.removed",
  "check.set",
  "demo.removed",
  "bulk.started",
  "audit.exported",
] as const;
export type EventType = (typeof eventTypes)[number];

/** Ids, slugs and paths, names of changed fields; never text that somebody wrote. */
export type EventPayload = Record<string, string | number | boolean | null | string[]>;

/** What a command announces; stored with its writes. */
export interface Announcement {
  type: EventType;
  /** The id of what it happened to. */
  subject: string | null;
  payload?: EventPayload;
}

export interface NewsroomEvent extends Announcement {
  id: string;
  actor: Actor;
  payload: EventPayload;
  commandId: string | null;
  at: Date;
}
