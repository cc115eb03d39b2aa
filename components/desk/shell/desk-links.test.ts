import { describe, expect, it } from "vitest";
import { type Role, roles } from "#newsroom/kernel/actor";
import { deskLinks, isHere } from "./desk-links.ts";

const linksOf = (role: Role) =>
  deskLinks({ kind: "staff", id: "1", name: "Aigul", role, sessionId: "1" }).map((link) => link.label);

describe("the desk's links", () => {
  it("leave out what a role may not do", () => {
    expect(Object.fromEntries(roles.map((role) => [role, linksOf(role)]))).toEqual({
      contributor: ["Desk", "Stories", "Trash"],
      author: ["Desk", "Stories", "Trash"],
      editor: ["Desk", "Stories", "Trash", "Sections", "Tags", "Profiles", "House style", "Redirects", "Rates"],
      admin: [
        "Desk",
        "Stories",
        "Trash",
        "Sections",
        "Tags",
        "Profiles",
        "House style",
        "Redirects",
        "Rates",
        "People",
        "History",
        "Settings",
      ],
    });
  });

  it("mark the page one is on, and its list when one is in a story", () => {
    expect(isHere("/desk/stories", "/desk/stories/1/preview")).toBe(true);
    expect(isHere("/desk/stories", "/desk/storiesque")).toBe(false);
    expect(isHere("/desk", "/desk/stories")).toBe(false);
    expect(isHere("/desk", "/desk")).toBe(true);
  });
});
