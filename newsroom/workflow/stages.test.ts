import { describe, expect, it } from "vitest";
import {
  isWithWriter,
  moveProblem,
  movesFrom,
  type Stage,
  type StageMeaning,
  submittedTo,
  takenUpAt,
  workflowIssues,
  writtenAt,
} from "./stages.ts";

const stage = (key: string, meaning: StageMeaning, movesTo: string[] = []): Stage => ({
  key,
  name: key.toUpperCase(),
  meaning,
  movesTo,
});
const theirs = [
  stage("hunch", "idea"),
  stage("typing", "writing", ["slot"]),
  stage("slot", "desk", ["typing", "lawyers", "out"]),
  stage("lawyers", "legal"),
  stage("out", "ready"),
];

describe("a workflow in a newsroom's own words", () => {
  it("knows where stories begin, are handed in and are still with their writer", () => {
    expect(writtenAt(theirs).key).toBe("typing");
    expect(submittedTo(theirs).key).toBe("slot");
    expect(theirs.filter(({ meaning }) => isWithWriter(meaning)).map(({ key }) => key)).toEqual(["hunch", "typing"]);
  });

  it.each([
    ["typing", "slot", null],
    ["typing", "out", "From TYPING a story moves to SLOT, not to OUT."],
    ["slot", "lawyers", null],
    ["slot", "hunch", "From SLOT a story moves to TYPING, LAWYERS, OUT, not to HUNCH."],
    ["lawyers", "hunch", null],
    ["typing", "typing", null],
    ["typing", "nowhere", "The workflow has no such stage any more. Please choose another."],
    ["gone", "out", null],
  ])("a move from %s to %s: %s", (from, to, words) => expect(moveProblem(theirs, from, to)).toBe(words));

  it.each([
    ["hunch", "typing"],
    ["approved", "typing"],
    ["pitched", null],
    ["for-sport", "typing-sport"],
    ["gone", "typing"],
  ])("leads an idea at %s, where it is taken up, to %s", (from, to) => {
    const several = [
      ...theirs,
      stage("pitched", "idea", ["approved"]),
      stage("approved", "idea", ["typing", "pitched"]),
      stage("for-sport", "idea", ["typing-sport", "approved"]),
      stage("typing-sport", "writing"),
    ];
    expect(takenUpAt(several, from)?.key ?? null).toBe(to);
  });

  it("offers the moves that it allows, in its order and never the place itself", () => {
    expect(movesFrom(theirs, "slot").map(({ key }) => key)).toEqual(["typing", "lawyers", "out"]);
    expect(movesFrom(theirs, "hunch").map(({ key }) => key)).toEqual(["typing", "slot", "lawyers", "out"]);
  });
});

describe("a workflow is refused", () => {
  const without = (key: string) => theirs.filter((one) => one.key !== key).map((one) => ({ ...one, movesTo: [] }));
  it.each([
    ["as it stands: for nothing", theirs, []],
    ["without a stage to write in", without("typing"), ["stages"]],
    ["without one to hand in to", without("slot"), ["stages"]],
    ["without one for what is ready", without("out"), ["stages"]],
    ["but not without ideas and lawyers", without("hunch").filter(({ key }) => key !== "lawyers"), []],
    ["with a key twice", [...theirs, { ...stage("out", "ready"), name: "Another" }], ["stages.5.key"]],
    ["with a name twice, however written", [...theirs, { ...stage("more", "desk"), name: "Slot" }], ["stages.5.name"]],
    ["with a way to nowhere", [...theirs, stage("more", "desk", ["nowhere"])], ["stages.5.movesTo"]],
    ["empty", [], ["stages", "stages", "stages"]],
  ])("%s", (_name, stages, paths) => expect(workflowIssues(stages).map(({ path }) => path)).toEqual(paths));
});
