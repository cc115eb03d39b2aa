import { expect, it } from "vitest";
import { chosenStates } from "./chosen-states.ts";

const states = ["draft", "conflict", "published", "autosave", "submitted"].map((kind) => ({ id: kind, kind }));

it.each<[string, { from?: string; to?: string }, string | undefined, string | undefined, boolean]>([
  ["the newest with the one before", {}, "published", "draft", false],
  ["one with the one before it", { to: "published" }, "autosave", "published", false],
  ["any two", { from: "submitted", to: "draft" }, "submitted", "draft", false],
  ["the older first, however they were asked for", { from: "draft", to: "submitted" }, "submitted", "draft", false],
  ["a kept text with what it was sent beside", { to: "conflict" }, "published", "conflict", false],
  ["the first one with nothing", { to: "submitted" }, undefined, "submitted", false],
  ["one with itself as with nothing", { from: "draft", to: "draft" }, undefined, "draft", false],
  ["the newest, for one that is not kept any more", { to: "rolled-over" }, "published", "draft", true],
])("compares %s", (_, asked, before, after, isGone) => {
  const chosen = chosenStates(states, asked);
  expect([chosen.before?.id, chosen.after?.id, chosen.isGone]).toEqual([before, after, isGone]);
});
