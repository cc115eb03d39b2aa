import { describe, expect, it } from "vitest";
import { tagFilterOf } from "./tag-search.ts";
import { tagsPath } from "./tags-path.ts";

describe("the address of the list of tags", () => {
  it.each([
    [{}, "/desk/tags"],
    [
      { search: "ОДКБ & co", kind: "place", show: "unused", page: 3 } as const,
      "/desk/tags?q=%D0%9E%D0%94%D0%9A%D0%91+%26+co&kind=place&show=unused&page=3",
    ],
  ])("of %j is %s, and reads so again", (filter, path) => {
    expect(tagsPath(filter)).toBe(path);
    const parameters = Object.fromEntries(new URL(path, "http://desk.invalid").searchParams);
    expect(tagFilterOf(parameters)).toEqual({ search: "", kind: undefined, show: "all", page: 1, ...filter });
  });

  it("without sense is as if it were not there", () => {
    const nonsense = { q: ["a", "b"], kind: "planet", show: "everything", page: "-1" };
    expect(tagFilterOf(nonsense)).toEqual({ search: "", kind: undefined, show: "all", page: 1 });
  });
});
