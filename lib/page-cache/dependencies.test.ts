import { setTimeout as after } from "node:timers/promises";
import { expect, it, vi } from "vitest";
import { answerGone, dependsOn, recordingDependencies, rightUntil } from "./dependencies.ts";

it("records what is said deep inside, after awaits", async () => {
  const page = async () => {
    await after(1);
    dependsOn("front", "section:water");
    await Promise.all([after(1).then(() => dependsOn("tag:csto")), after(2).then(() => dependsOn("front"))]);
    return "page";
  };
  expect(await recordingDependencies(page)).toEqual({
    result: "page",
    keys: ["front", "section:water", "tag:csto"],
    gone: null,
    moved: null,
    until: Number.POSITIVE_INFINITY,
  });
});

it("keeps two renders at the same moment apart", async () => {
  const page = async (name: string) => {
    await after(1);
    dependsOn(name);
  };
  const [a, b] = await Promise.all([
    recordingDependencies(() => page("story:a")),
    recordingDependencies(() => page("story:b")),
  ]);
  expect([a.keys, b.keys]).toEqual([["story:a"], ["story:b"]]);
});

it("records that the subject was withdrawn", async () => {
  const recorded = await recordingDependencies(async () => answerGone(451));
  expect(recorded.gone).toBe(451);
});

it("records until when it is right, the earliest of all that was said", async () => {
  const recorded = await recordingDependencies(async () => {
    rightUntil(new Date(2_000));
    rightUntil(new Date(1_000));
    rightUntil(new Date(3_000));
  });
  expect(recorded.until).toBe(1_000);
});

it("does nothing outside a recorded render", () => {
  expect(() => {
    dependsOn("front");
    answerGone(410);
  }).not.toThrow();
});

it("hears a second copy of the same module, as a bundle makes one", async () => {
  vi.resetModules();
  const copy = await import("./dependencies.ts");
  expect(copy.dependsOn).not.toBe(dependsOn);
  expect((await recordingDependencies(async () => copy.dependsOn("rates"))).keys).toEqual(["rates"]);
});
