import { describe, expect, it } from "vitest";
import { type EditedStage, shifted, withNewStage, withoutStage, withWay } from "./edited-stages.ts";

const stage = (key: string, movesTo: string[] = []): EditedStage => ({
  key,
  name: key,
  meaning: "desk",
  movesTo,
  stories: 0,
});
const [draft, edit, copy] = [stage("draft", ["edit"]), stage("edit"), stage("copy", ["edit", "draft"])];
const all = [draft, edit, copy];
const keys = (stages: EditedStage[]) => stages.map(({ key }) => key).join(" ");

describe("a workflow that is being changed", () => {
  it.each([
    ["edit", -1, "edit draft copy"],
    ["edit", 1, "draft copy edit"],
    ["draft", -1, "draft edit copy"],
    ["copy", 1, "draft edit copy"],
    ["gone", 1, "draft edit copy"],
  ] as const)("moves %s by %d: %s", (key, by, order) => expect(keys(shifted(all, key, by))).toBe(order));

  it("takes a stage away with the ways that lead there", () => {
    expect(withoutStage(all, "edit")).toEqual([stage("draft"), stage("copy", ["draft"])]);
  });

  it("gives a new stage a key of its own, also beside one that was just taken away", () => {
    expect(withNewStage(all, "Факты", []).at(-1)).toMatchObject({ key: "fakty", name: "Факты", movesTo: [] });
    expect(withNewStage(all, "Edit", []).at(-1)?.key).toBe("edit-2");
    expect(withNewStage(withoutStage(all, "edit"), "Edit", ["draft", "edit", "copy"]).at(-1)?.key).toBe("edit-2");
    expect(withNewStage(all, "校閲", []).at(-1)?.key).toBe("stage");
  });

  it("names the ways that are allowed, and none when all are", () => {
    expect(withWay(edit, "copy", false, all).movesTo).toEqual(["draft"]);
    expect(withWay(draft, "copy", true, all).movesTo).toEqual([]);
    expect(withWay(draft, "edit", false, all).movesTo).toEqual(["edit"]);
    expect(withWay(copy, "draft", false, all).movesTo).toEqual(["edit"]);
  });
});
