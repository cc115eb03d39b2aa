import { expect, it } from "vitest";
import { Watch, Watches } from "./watches.ts";

it("knows the most urgent thing that happened to a page's keys", () => {
  const watch = new Watch();
  expect(watch.spoiled(["front"])).toBeNull();
  watch.note(["story:1", "front"], "once");
  watch.note(["front", "tag:csto"], "soon");
  expect(watch.spoiled(["tag:csto"])).toBe("soon");
  expect(watch.spoiled(["tag:csto", "front"])).toBe("once");
  expect(watch.spoiled(["tag:water"])).toBeNull();
  expect(watch.spoiled([])).toBeNull();
});

it("hears only what happens while a page is made", async () => {
  const watches = new Watches();
  watches.note(["front"], "soon");
  const seen = await watches.during(async (watch) => {
    const before = watch.spoiled(["front"]);
    watches.note(["front"], "once");
    return [before, watch.spoiled(["front"])];
  });
  expect(seen).toEqual([null, "once"]);
});

it("is spoiled whatever it depends on when everything was forgotten", async () => {
  const watches = new Watches();
  const seen = await watches.during(async (watch) => {
    watches.noteEverything();
    return watch.spoiled([]);
  });
  expect(seen).toBe("once");
});
