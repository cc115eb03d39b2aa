import { describe, expect, it } from "vitest";
import { isNarrowed, listPath, listPathOf, searchFields } from "./list-path.ts";
import { listSearchOf } from "./list-search.ts";

describe("the list's address", () => {
  it("asks for everything when it says nothing", () => {
    const search = listSearchOf({});
    expect(search).toEqual({ search: "", mine: false });
    expect(isNarrowed(search)).toBe(false);
    expect(listPath(search)).toBe("/desk/stories");
  });

  it("goes there and back", () => {
    const path =
      "/desk/stories?q=water&mine=1&stage=edit&state=live&section=019aaf00-0000-7000-8000-000000000000&after=abc";
    const search = listSearchOf(Object.fromEntries(new URL(path, "http://x").searchParams));
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
      listSearchOf({ q: ["a", "b"], mine: "yes", stage: "nowhere", state: "", section: "x'--", after: ["1"] }),
    ).toEqual({ search: "", mine: false });
    expect(listSearchOf({ q: "a\u0000b" }).search).toBe("");
    expect(listSearchOf({ q: `  ${"x".repeat(300)}` }).search).toHaveLength(200);
  });
});
