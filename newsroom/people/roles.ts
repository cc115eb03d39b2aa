import type { Actor, Role } from "../kernel/actor.ts";

/**
 * How far a right reaches:
 * `own` stories one created, `open` also everybody's that are not confidential, `any` all, `no` none.
 */
export type Reach = "no" | "own" | "open" | "any";

/**
 * Who may do what. The single source: policies, filters, tests and docs/roles.md are made from it. What is not here is refused.
 * `publish`, `correct`, `plan`, `unpublish` and `readdress` of authors hang on the newsroom's setting `authorsPublishOwn` as well.
 */
export const roleTable = {
  "story.create": { contributor: "own", author: "own", editor: "any", admin: "any" },
  "story.read": { contributor: "own", author: "open", editor: "any", admin: "any" },
  "story.write": { contributor: "own", author: "own", editor: "any", admin: "any" },
  "story.comment": { contributor: "own", author: "open", editor: "any", admin: "any" },
  "comment.remove": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "story.submit": { contributor: "own", author: "own", editor: "any", admin: "any" },
  "story.move": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "story.publish": { contributor: "no", author: "own", editor: "any", admin: "any" },
  "story.correct": { contributor: "no", author: "own", editor: "any", admin: "any" },
  "story.plan": { contributor: "no", author: "own", editor: "any", admin: "any" },
  "story.unpublish": { contributor: "no", author: "own", editor: "any", admin: "any" },
  "story.readdress": { contributor: "no", author: "own", editor: "any", admin: "any" },
  "story.retract": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "story.kill": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "story.embargo": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "story.share": { contributor: "no", author: "own", editor: "any", admin: "any" },
  "redirect.manage": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "section.manage": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "tag.manage": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "profile.manage": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "rate.decide": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "style.manage": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "people.manage": { contributor: "no", author: "no", editor: "no", admin: "any" },
  "settings.manage": { contributor: "no", author: "no", editor: "no", admin: "any" },
  "demo.remove": { contributor: "no", author: "no", editor: "no", admin: "any" },
} as const satisfies Record<string, Record<Role, Reach>>;

export type Action = keyof typeof roleTable;

/** The program itself reaches everything: its commands were asked for by an operator or a plan. */
export function reachOf(actor: Actor, action: Action): Reach {
  if (actor.kind === "system") return "any";
  return actor.kind === "guest" ? "no" : roleTable[action][actor.role];
}

/** For rights that are not about somebody's story. */
export const may = (actor: Actor, action: Action): boolean => reachOf(actor, action) === "any";
