import { describe, expect, it } from "vitest";
import { isNarrowed, listPath, listPathOf, searchFields } from "./list-path.ts";
import { filterOf, listSearchOf } from "./list-search.ts";

const stages = ["draft", "edit"];

describe("what needs attention is asked of the newsroom", () => {
  const now = new Date("2026-11-24T12:00:00Z");
  it.each([
    ["overdue", { overdueAt: now }],
    ["returned", { returned: "any" }],
    ["held", { held: true }],
    ["legal", { legal: "required" }],
    ["cleared", { legal: "cleared" }],
  ] as const)("as %s", (attention, asked) =>
    expect(filterOf({ search: "", mine: false, attention }, now)).toEqual({ search: "", mine: false, ...asked }),
  );
});

describe("the list's address", () => {
  it("asks for everything when it says nothing", () => {
    const search = listSearchOf({}, stages);
    expect(search).toEqual({ search: "", mine: false });
    expect(isNarrowed(search)).toBe(false);
    expect(listPath(search)).toBe("/desk/stories");
  });

  it("goes there and back", () => {
    const path =
      "/desk/stories?q=water&mine=1&stage=edit&state=live&section=019aaf00-0000-7000-8000-000000000000" +
      "&assignee=me&desk=019aaf00-0000-7000-8000-000000000001&priority=high&attention=overdue&after=abc";
    const search = listSearchOf(Object.fromEntries(new URL(path, "http://x").searchParams), stages);
    expect(listPath(search)).toBe(path);
    expect(isNarrowed(search)).toBe(true);
  });

  it("leaves out what a form left empty", () => {
    const form = new FormData();
    for (const [name, value] of Object.entries(searchFields({ search: "water", mine: true }))) form.set(name, value);
    expect(listPathOf(form)).toBe("/desk/stories?q=water&mine=1");
  });

  it("overlooks what makes no sense", () => {
    expect(
      listSearchOf(
        {
          ...{ q: ["a", "b"], mine: "yes", stage: "nowhere", state: "", section: "x'--", after: ["1"] },
          ...{ assignee: "him", desk: "1", priority: "asap", attention: "please" },
        },
        stages,
      ),
    ).toEqual({ search: "", mine: false });
    expect(listSearchOf({ q: "a\u0000b" }, stages).search).toBe("");
    expect(listSearchOf({ q: `  ${"x".repeat(300)}` }, stages).search).toHaveLength(200);
  });
});
