import type { EditorState } from "@tiptap/pm/state";
import { TextSelection } from "@tiptap/pm/state";
import { addColumnAfter, addRowAfter, deleteColumn, TableMap } from "@tiptap/pm/tables";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentSchema, type Suggested, withoutAnnotations } from "#newsroom/body/annotations";
import { body, p, table } from "#newsroom/body/testing";
import { carryColumns } from "./column-proposals.ts";
import { accepted, rejected } from "./decisions.ts";
import { afterSuggesting, type Edit, editing, share } from "./testing.ts";
import { at, type Change, change, idsIn } from "./testing-changes.ts";

const cells = body(table("", ["a", "b"], ["c", "d"]));

const doing =
  (command: typeof addRowAfter, words: string): Change =>
  (tr, state) => {
    let made = tr;
    command(state.apply(state.tr.setSelection(TextSelection.create(state.doc, at(state, words)))), (done) => {
      made = done;
    });
    return made;
  };

const widths = (state: EditorState, suggested: Suggested): number[] => {
  const doc = documentSchema.nodeFromJSON(withoutAnnotations(state.doc.toJSON(), suggested));
  return doc.children
    .flatMap((block) => (block.type.name === "table" ? block.children : []))
    .map((row) => row.childCount);
};

describe("a row that is added beside proposed columns", () => {
  it.each([
    ["that is to go", deleteColumn, [2, 2, 2], [1, 1, 1]],
    ["that is new", addColumnAfter, [2, 2, 2], [3, 3, 3]],
  ])("has the one %s, whether it is proposed or not", (_what, columns, without, with_) => {
    const start = change(editing(cells), "aigul", doing(columns, "b"));
    const added = doing(addRowAfter, "c");
    const plain = start.apply(carryColumns(added(start.tr, start)));
    expect([widths(plain, "without"), widths(plain, "with")]).toEqual([without, with_]);
    const proposed = change(start, "bakyt", added);
    expect([widths(proposed, "without"), widths(proposed, "with")]).toEqual([without.slice(1), with_]);
  });
});

const hows = ["rowBefore", "rowAfter", "columnBefore", "columnAfter", "noRow", "noColumn", "noTable"] as const;
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant("arrange" as const), from: share, to: share, how: fc.constantFrom(...hows) }),
  fc.record({ kind: fc.constant("type" as const), at: share, words: fc.constant("x") }),
);
const turns = fc.array(fc.record({ by: fc.constantFrom("aigul", "bakyt"), edit: edits }), {
  minLength: 1,
  maxLength: 6,
});
const chances = fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true }));
const texts = fc.constantFrom(cells, body(p("Plain"), table("", ["a", "b", "x"], ["c", "d", "y"], ["e", "f", "z"])));

const illShaped = ({ doc }: EditorState): unknown[] =>
  documentSchema
    .nodeFromJSON(withoutAnnotations(doc.toJSON(), "without"))
    .children.flatMap((block) => (block.type.name === "table" ? (TableMap.get(block).problems ?? []) : []));

it("keeps every table in shape, whatever two people propose in it and however each is decided", () =>
  fc.assert(
    fc.property(texts, turns, chances, (text, made, chance) => {
      const next = () => Number(chance.next().value);
      let state = editing(text);
      let ids = 0;
      for (const { by, edit } of made)
        state = afterSuggesting(state, edit, { by, now: new Date(0), newId: () => `${by}-${++ids}` }).state;
      expect(illShaped(state)).toEqual([]);
      for (let open = idsIn(state); open.length > 0; open = idsIn(state)) {
        const decide = next() < 0.5 ? accepted : rejected;
        state = state.apply(decide(state, open[Math.floor(next() * open.length)] ?? ""));
        expect(illShaped(state)).toEqual([]);
      }
    }),
    { numRuns: 300 },
  ));
