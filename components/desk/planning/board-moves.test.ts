import { describe, expect, it } from "vitest";
import type { Stage } from "#newsroom/workflow/stages";
import { aRow } from "../stories/testing.ts";
import type { BoardCard, BoardColumnData } from "./board-data.ts";
import { isReturn, movedTo } from "./board-moves.ts";

const draft: Stage = { key: "draft", name: "Draft", meaning: "writing", movesTo: [] };
const edit: Stage = { key: "edit", name: "Edit", meaning: "desk", movesTo: [] };
const now = new Date("2026-11-28T12:00:00Z");

const card = (id: string, due: string | null, stage = edit): BoardCard => ({
  ...aRow({ id, stage, dueAt: due === null ? null : new Date(`2026-11-28T${due}:00Z`) }),
  version: 1,
  assignee: null,
  brief: null,
  isToTake: false,
});

const inEdit = [card("noon", "12:00"), card("six", "18:00"), card("whenever", null)];
const moving = (moved: BoardCard, stories: BoardCard[], count: number) => {
  const columns: BoardColumnData[] = [
    { stage: draft, stories: [moved], count: 1 },
    { stage: edit, stories, count },
  ];
  return movedTo(columns, { card: moved, to: edit, now }).map(({ stories, count }) => [
    stories.map(({ id }) => id),
    count,
  ]);
};

describe("a card that is moved", () => {
  it.each([
    ["09:00", ["moved", "noon", "six", "whenever"]],
    ["15:00", ["noon", "moved", "six", "whenever"]],
    [null, ["noon", "six", "moved", "whenever"]],
  ])("due %s stands at once where it will stand", (due, ids) => {
    expect(moving(card("moved", due, draft), inEdit, 3)).toEqual([
      [[], 0],
      [ids, 4],
    ]);
  });

  it("below all that a cut column shows is counted there and not shown, as it will be", () => {
    expect(moving(card("moved", "20:00", draft), inEdit.slice(0, 2), 40)).toEqual([
      [[], 0],
      [["noon", "six"], 41],
    ]);
  });
});

it("from editing back to writing is a return, and on nothing else is", () => {
  expect([isReturn(edit, draft), isReturn(draft, edit), isReturn(edit, edit)]).toEqual([true, false, false]);
});
