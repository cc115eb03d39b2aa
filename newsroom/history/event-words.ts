import { type EventPayload, type EventType, eventTypes } from "../kernel/events.ts";

/** What happened, after the name of who did it. A new type does not compile until it has words. */
const verbs: Record<EventType, string> = {
  "story.created": "started the story",
  "story.returned": "returned the story",
  "story.assigned": "assigned the story",
  "story.directed": "set the story’s priority, due time or desk",
  "story.referred": "referred the story to legal",
  "story.cleared": "noted what legal says of the story",
  "story.held": "put the story on hold",
  "story.released": "released the story from hold",
  "story.confided": "said who may know of the story",
  "story.corrected": "published a correction of the story",
  "story.retracted": "retracted the story",
  "story.readdressed": "changed the story’s address",
  "comment.edited": "edited a comment",
  "comment.removed": "removed a comment",
  "share.made": "made a link for somebody outside",
  "share.revoked": "shut a link for somebody outside",
  "redirect.added": "added a redirect",
  "redirect.removed": "removed a redirect",
  "tag.merged": "merged a tag into another",
  "tag.merge_undone": "undid a merge of tags",
  "workflow.changed": "changed the stages",
  "desk.created": "made a desk",
  "desk.renamed": "renamed a desk",
  "desk.removed": "removed a desk",
  "house_rule.added": "added a house rule",
  "house_rule.changed": "changed a house rule",
  "house_rule.removed": "removed a house rule",
  "check.set": "set a check before publishing",
  "story.pitched": "had the idea of the story",
  "story.taken": "took up the idea of the story",
  "assignment.given": "gave an assignment for the story",
  "assignment.changed": "changed an assignment for the story",
  "assignment.filed": "filed for the story",
  "assignment.withdrawn": "withdrew an assignment for the story",
  "story.changed": "changed the story",
  "story.submitted": "handed the story in",
  "story.stage_moved": "moved the story",
  "story.published": "published the story",
  "story.updated": "updated the live story",
  "story.unpublished": "unpublished the story",
  "story.killed": "killed the story",
  "story.embargoed": "set an embargo on the story",
  "story.embargo_lapsed": "ended the story’s embargo",
  "story.conflict_kept": "wrote over text that they had not seen; their own is kept",
  "story.text_quarantined": "put the story’s text back to a state that fits",
  "story.restored": "restored an earlier text of the story",
  "story.spiked": "spiked the story",
  "story.unspiked": "took the story out of the trash",
  "story.removed": "removed the story for good",
  "comment.started": "commented on the story",
  "comment.replied": "replied to a comment",
  "comment.resolved": "resolved a comment",
  "comment.reopened": "reopened a comment",
  "revision.named": "named a state of the story",
  "plan.made": "planned the story’s publication",
  "plan.cancelled": "cancelled a plan of the story",
  "plan.failed": "could not carry out a plan of the story",
  "section.created": "made the section",
  "section.renamed": "renamed the section",
  "section.removed": "removed the section for good",
  "section.spiked": "spiked the section",
  "section.unspiked": "took the section out of the trash",
  "tag.created": "made the tag",
  "tag.renamed": "renamed the tag",
  "tag.removed": "removed the tag for good",
  "tag.spiked": "spiked the tag",
  "tag.unspiked": "took the tag out of the trash",
  "profile.created": "made the profile",
  "profile.changed": "changed the profile",
  "profile.removed": "removed the profile",
  "staff.added": "added somebody",
  "staff.role_changed": "changed somebody’s role",
  "staff.deactivated": "deactivated somebody",
  "staff.reactivated": "let somebody in again",
  "staff.password_set": "set a password",
  "staff.password_link_made": "made a link to set a password",
  "staff.signed_in": "signed in",
  "staff.sign_in_failed": "refused a sign-in",
  "staff.signed_out": "signed out",
  "settings.changed": "changed the settings",
  "rates.changed": "changed rates",
  "rate.held": "held back a rate",
  "rate.refused": "refused a rate",
  "demo.removed": "took out the demo",
  "bulk.started": "started a bulk action",
  "audit.exported": "exported the audit trail",
};

const isEventType = (type: string): type is EventType => eventTypes.some((known) => known === type);

/** The verb in words; what an older or newer program announced stands for itself. */
export const eventVerb = (type: string): string => (isEventType(type) ? verbs[type] : type);

/** What happened in words, with what its payload tells: "moved the story from draft to edit". Never text that somebody wrote. */
export function eventWords({ type, payload }: { type: string; payload: EventPayload }): string {
  const more = detailOf(payload);
  return more ? `${eventVerb(type)} ${more}` : eventVerb(type);
}

function detailOf({ from, to, role, fields, verb, rows, plansCancelled }: EventPayload): string | null {
  if (typeof from === "string" && typeof to === "string") return `from ${from} to ${to}`;
  if (typeof role === "string") return `as ${role}`;
  if (Array.isArray(fields) && fields.length > 0) return `(${fields.join(", ")})`;
  if (typeof verb === "string" && typeof rows === "number") return `(${verb}, ${rows} stories)`;
  if (typeof rows === "number") return `(${rows} rows)`;
  if (typeof plansCancelled === "number" && plansCancelled > 0) return "and cancelled its plans";
  return null;
}
