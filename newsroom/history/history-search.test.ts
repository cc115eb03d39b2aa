import { expect, it } from "vitest";
import { historyFieldsOf, trailSearchOf } from "./history-search.ts";

const zone = "Asia/Bishkek";
const id = "019aaf00-0000-7000-8000-000000000000";
const searchOf = (parameters: Parameters<typeof historyFieldsOf>[0]) =>
  trailSearchOf(historyFieldsOf(parameters), zone);

it("asks for everything when the address says nothing, or nothing that makes sense", () => {
  expect(searchOf({})).toEqual({});
  expect(searchOf({ who: "x", type: ["a"], story: "a\u0000", from: "2026-02-31", to: "soon" })).toEqual({});
});

it("takes days as the newsroom's, both included", () => {
  expect(searchOf({ from: "2026-11-24", to: "2026-11-24" })).toEqual({
    from: new Date("2026-11-23T18:00:00Z"),
    until: new Date("2026-11-24T18:00:00Z"),
  });
});

it("finds a story by its id, its address or words of its headline", () => {
  expect(searchOf({ story: id.toUpperCase() })).toEqual({ storyId: id });
  expect(searchOf({ story: `https://example.org/desk/stories/${id}` })).toEqual({ storyId: id });
  expect(searchOf({ story: " snow  pass " })).toEqual({ words: "snow  pass" });
});

it("knows the program from people", () => {
  expect(searchOf({ who: "program", type: "story.killed" })).toEqual({ who: "program", type: "story.killed" });
  expect(searchOf({ who: id })).toEqual({ who: id });
});
