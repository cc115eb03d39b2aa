import type { Actor, Role } from "../kernel/actor.ts";

/**
 * How far a right reaches, each further than the one before:
 * `no` stories; `own`, that one created or is assigned to; `working`, also those in which one has an assignment that is not withdrawn;
 * `named`, also confidential ones whose circle names one; `open`, also everybody's that are not confidential; `wide`, also confidential ones
 * that name no circle; `any`, all.
 */
export type Reach = "no" | "own" | "working" | "named" | "open" | "wide" | "any";

/**
 * Who may do what. The single source: policies, filters, tests and docs/roles.md are made from it. What is not here is refused.
 * What authors do of `publishingVerbs` hangs on the newsroom's setting `authorsPublishOwn` as well.
 * No right reaches a story that one may not read (`story.read`).
 * `story.take` is of ideas; of those that were given to somebody else it reaches one's own alone, unless it reaches any.
 * Of pictures, `own` reaches what one uploaded; no right reaches a picture that one may not find.
 * Of `story.spike`, `own` reaches what was never published; of `story.restore`, what lies in the trash; of `assignment.file`, one's own assignment.
 */
export const roleTable = {
  "story.create": { contributor: "own", author: "own", editor: "any", admin: "any" },
  "story.read": { contributor: "named", author: "open", editor: "wide", admin: "any" },
  "story.write": { contributor: "working", author: "working", editor: "any", admin: "any" },
  "comment.remove": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "story.comment": { contributor: "named", author: "open", editor: "any", admin: "any" },
  "story.take": { contributor: "own", author: "open", editor: "any", admin: "any" },
  "story.submit": { contributor: "working", author: "working", editor: "any", admin: "any" },
  "story.move": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "story.return": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "story.direct": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "story.refer": { contributor: "own", author: "own", editor: "any", admin: "any" },
  "story.clear": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "story.hold": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "story.confide": { contributor: "own", author: "own", editor: "any", admin: "any" },
  "story.publish": { contributor: "no", author: "own", editor: "any", admin: "any" },
  "story.correct": { contributor: "no", author: "own", editor: "any", admin: "any" },
  "story.plan": { contributor: "no", author: "own", editor: "any", admin: "any" },
  "story.unpublish": { contributor: "no", author: "own", editor: "any", admin: "any" },
  "story.readdress": { contributor: "no", author: "own", editor: "any", admin: "any" },
  "story.retract": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "story.kill": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "story.embargo": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "story.share": { contributor: "no", author: "own", editor: "any", admin: "any" },
  "assignment.give": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "assignment.file": { contributor: "own", author: "own", editor: "any", admin: "any" },
  "redirect.manage": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "story.spike": { contributor: "own", author: "own", editor: "any", admin: "any" },
  "story.restore": { contributor: "own", author: "own", editor: "any", admin: "any" },
  "picture.add": { contributor: "any", author: "any", editor: "any", admin: "any" },
  "picture.describe": { contributor: "own", author: "any", editor: "any", admin: "any" },
  "picture.remove": { contributor: "own", author: "own", editor: "any", admin: "any" },
  "front.arrange": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "section.manage": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "tag.manage": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "profile.manage": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "rate.decide": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "style.manage": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "workflow.manage": { contributor: "no", author: "no", editor: "no", admin: "any" },
  "people.manage": { contributor: "no", author: "no", editor: "no", admin: "any" },
  "history.search": { contributor: "no", author: "no", editor: "no", admin: "any" },
  "settings.manage": { contributor: "no", author: "no", editor: "no", admin: "any" },
  "demo.remove": { contributor: "no", author: "no", editor: "no", admin: "any" },
} as const satisfies Record<string, Record<Role, Reach>>;

export type Action = keyof typeof roleTable;

/** What changes what readers have of a story, and authors do with their own where the newsroom lets them: `authorsPublishOwn`. */
export const publishingVerbs = ["publish", "correct", "plan", "unpublish", "readdress"] as const;

/** The program itself reaches everything: its commands were asked for by an operator or a plan. */
export function reachOf(actor: Actor, action: Action): Reach {
  if (actor.kind === "system") return "any";
  return actor.kind === "guest" ? "no" : roleTable[action][actor.role];
}

/** For rights that are not about somebody's story. */
export const may = (actor: Actor, action: Action): boolean => reachOf(actor, action) === "any";
