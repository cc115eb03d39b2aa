import { describe, expect, it } from "vitest";
import { type Role, roles } from "#newsroom/kernel/actor";
import { isHere, keepingLinks } from "./desk-links.ts";

const linksOf = (role: Role) =>
  keepingLinks({ kind: "staff", id: "1", name: "Aigul", role, sessionId: "1" }).map((group) =>
    group.map((link) => link.label),
  );

describe("the desk's links", () => {
  it("leave out what a role may not do, and groups of which nothing is left", () => {
    const own = ["Trash", "Bulk actions"];
    const editors = ["Front", "Sections", "Tags", "Profiles", "House style", "Redirects", "Rates"];
    expect(Object.fromEntries(roles.map((role) => [role, linksOf(role)]))).toEqual({
      contributor: [own],
      author: [own],
      editor: [own, editors],
      admin: [own, editors, ["People", "History", "Settings"]],
    });
  });

  it("mark the page one is on, and its list when one is in a story", () => {
    expect(isHere("/desk/stories", "/desk/stories/1/preview")).toBe(true);
    expect(isHere("/desk/stories", "/desk/storiesque")).toBe(false);
    expect(isHere("/desk", "/desk/stories")).toBe(false);
    expect(isHere("/desk", "/desk")).toBe(true);
  });
});
