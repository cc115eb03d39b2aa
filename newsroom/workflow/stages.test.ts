import { describe, expect, it } from "vitest";
import {
  editedAt,
  isWithWriter,
  moveProblem,
  movesFrom,
  type Stage,
  type StageMeaning,
  type Way,
  wayToDesk,
  wayToWriter,
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
    expect(editedAt([...theirs, stage("copy", "desk")]).map(({ key }) => key)).toEqual(["slot", "copy"]);
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
    ["hunch", "typing", "slot"],
    ["approved", "typing", "From APPROVED a story moves to TYPING, PITCHED, not to SLOT."],
    [
      "pitched",
      "From PITCHED a story moves to APPROVED, not to TYPING.",
      "From PITCHED a story moves to APPROVED, not to SLOT.",
    ],
    ["for-sport", "typing-sport", "From FOR-SPORT a story moves to APPROVED, TYPING-SPORT, not to SLOT."],
    ["typing-sport", "typing", "sport"],
    ["sport", "typing-sport", "From SPORT a story moves to TYPING-SPORT, not to SLOT."],
    ["out", "From OUT a story moves to SLOT, not to TYPING.", "slot"],
    ["gone", "typing", "slot"],
  ])("leads from %s to the writer at %s, to the desk at %s", (from, toWriter, toDesk) => {
    const several = [
      ...theirs.map((one) => (one.key === "out" ? { ...one, movesTo: ["slot"] } : one)),
      stage("pitched", "idea", ["approved"]),
      stage("approved", "idea", ["typing", "pitched"]),
      stage("for-sport", "idea", ["typing-sport", "approved"]),
      stage("typing-sport", "writing", ["typing", "sport"]),
      stage("sport", "desk", ["typing-sport"]),
    ];
    const told = ({ to, problem }: Way) => to?.key ?? problem;
    expect(told(wayToWriter(several, from))).toBe(toWriter);
    expect(told(wayToDesk(several, from))).toBe(toDesk);
  });

  it("offers the moves that it allows, in its order and never the place itself", () => {
    expect(movesFrom(theirs, "slot").map(({ key }) => key)).toEqual(["typing", "lawyers", "out"]);
    expect(movesFrom(theirs, "hunch").map(({ key }) => key)).toEqual(["typing", "slot", "lawyers", "out"]);
  });
});

describe("a workflow is refused", () => {
  const leading = (key: string, ...movesTo: string[]) =>
    theirs.map((one) => (one.key === key ? { ...one, movesTo } : one));
  const more = stage("more", "writing");
  const toSlotAlone = (one: Stage) => (one.key === "out" ? { ...one, movesTo: ["slot"] } : one);
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
    ["from which nothing is handed in", leading("typing", "out"), ["stages.1.movesTo"]],
    [
      "from which a story is handed in only by way of another",
      [...leading("typing", "more"), more],
      ["stages.1.movesTo"],
    ],
    [
      "from which no way leads back to the writer",
      leading("slot", "out").map(toSlotAlone),
      ["stages.2.movesTo", "stages.4.movesTo"],
    ],
    ["but not where the way back is a long one", theirs.map(toSlotAlone), []],
  ])("%s", (_name, stages, paths) => expect(workflowIssues(stages).map(({ path }) => path)).toEqual(paths));
});
