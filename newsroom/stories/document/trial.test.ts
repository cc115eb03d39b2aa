import { expect, it } from "vitest";
import * as Y from "yjs";
import { body, p } from "../../body/testing.ts";
import { documentOf } from "./document.ts";
import { aSlowUpdate } from "./testing-slow-update.ts";
import { hasManyItems, trialOf } from "./trial.ts";
import { updateIssue } from "./update-check.ts";

it("an update over which Yjs would sit for minutes is given up, and the program goes on meanwhile", async () => {
  const { doc, update } = aSlowUpdate(12_000);
  expect(updateIssue(doc, update)).toBeNull();
  expect(hasManyItems(update)).toBe(true);
  let turns = 0;
  const goingOn = setInterval(() => turns++, 20);
  expect(await trialOf(doc, update)).toBeNull();
  clearInterval(goingOn);
  expect(turns).toBeGreaterThan(20);
});

it("a long story takes no time", async () => {
  const lines = Array.from({ length: 2_000 }, (_, n) => p(`${n} Lorries wait at the pass.`));
  const update = documentOf({ headline: "Snow", body: body(...lines) });
  expect(hasManyItems(update)).toBe(true);
  expect(await trialOf(new Y.Doc(), update)).toEqual(expect.any(Number));
});

it("what is typed is not tried", () => {
  expect(hasManyItems(documentOf({ headline: "Snow", body: body(p("Lorries wait.")) }))).toBe(false);
});
