import type { Actor, Role } from "../kernel/actor.ts";

/**
 * How far a right reaches:
 * `own` stories one created, `open` also everybody's that are not confidential, `any` all, `no` none.
 */
export type Reach = "no" | "own" | "open" | "any";

/**
 * Who may do what. The single source: policies, filters, tests and docs/roles.md are made from it. What is not here is refused.
 * Of `story.spike`, `own` reaches what was never published; of `story.restore`, what lies in the trash.
 * `publish`, `update` and `unpublish` of authors hang on the newsroom's setting `authorsPublishOwn` as well.
 */
export const roleTable = {
  "story.create": { contributor: "own", author: "own", editor: "any", admin: "any" },
  "story.read": { contributor: "own", author: "open", editor: "any", admin: "any" },
  "story.write": { contributor: "own", author: "own", editor: "any", admin: "any" },
  "story.comment": { contributor: "own", author: "open", editor: "any", admin: "any" },
  "story.submit": { contributor: "own", author: "own", editor: "any", admin: "any" },
  "story.move": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "story.publish": { contributor: "no", author: "own", editor: "any", admin: "any" },
  "story.plan": { contributor: "no", author: "own", editor: "any", admin: "any" },
  "story.unpublish": { contributor: "no", author: "own", editor: "any", admin: "any" },
  "story.kill": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "story.embargo": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "story.spike": { contributor: "own", author: "own", editor: "any", admin: "any" },
  "story.restore": { contributor: "own", author: "own", editor: "any", admin: "any" },
  "section.manage": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "tag.manage": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "profile.manage": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "rate.decide": { contributor: "no", author: "no", editor: "any", admin: "any" },
  "people.manage": { contributor: "no", author: "no", editor: "no", admin: "any" },
  "history.search": { contributor: "no", author: "no", editor: "no", admin: "any" },
  "settings.manage": { contributor: "no", author: "no", editor: "no", admin: "any" },
  "demo.remove": { contributor: "no", author: "no", editor: "no", admin: "any" },
} as const satisfies Record<string, Record<Role, Reach>>;

export type Action = keyof typeof roleTable;

/** The program itself reaches everything: its commands were asked for by an operator or a plan. */
export const reachOf = (actor: Actor, action: Action): Reach =>
  actor.kind === "system" ? "any" : roleTable[action][actor.role];

/** For rights that are not about somebody's story. */
export const may = (actor: Actor, action: Action): boolean => reachOf(actor, action) === "any";
