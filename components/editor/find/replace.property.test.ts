import type { EditorState } from "@tiptap/pm/state";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutAnnotations } from "#newsroom/body/annotations";
import { openSuggestions } from "#newsroom/body/open-suggestions";
import { body, p } from "#newsroom/body/testing";
import { suggested } from "../suggestions/suggested.ts";
import { editing } from "../suggestions/testing.ts";
import { replaceWords } from "./replace-matches.ts";
import { searchOf } from "./text-matches.ts";

const at = "2026-11-25T12:00:00.000Z";
const people = ["aigul", "bakyt"] as const;
type Person = (typeof people)[number];

const letters = (max: number, min = 0) =>
  fc.string({ unit: fc.constantFrom("a", "b"), minLength: min, maxLength: max });
/** A stretch of words with what is said and proposed about it. */
const stretch = fc.record({
  words: letters(4, 1),
  comment: fc.option(fc.constantFrom("one", "other")),
  insertion: fc.option(fc.constantFrom(...people), { freq: 3 }),
  deletion: fc.option(fc.constantFrom(...people), { freq: 3 }),
  isBold: fc.option(fc.constantFrom(...people), { freq: 4 }),
});
const lines = fc.array(fc.array(stretch, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 });
type Stretch = typeof stretch extends fc.Arbitrary<infer Value> ? Value : never;

function textOf(made: Stretch[][]): EditorState {
  const state = editing(body(...made.map((line) => p(line.map(({ words }) => words).join("")))));
  const { tr, schema } = state;
  let place = 0;
  let ids = 0;
  for (const line of made) {
    place++;
    for (const { words, comment, insertion, deletion, isBold } of line) {
      const to = place + words.length;
      const proposal = (by: Person) => ({ id: `${by}-${++ids}`, by, at });
      if (comment) tr.addMark(place, to, schema.mark("comment", { id: comment }));
      if (insertion) tr.addMark(place, to, schema.mark("insertion", proposal(insertion)));
      if (deletion && deletion !== insertion) tr.addMark(place, to, schema.mark("deletion", proposal(deletion)));
      // What somebody proposes about words that another proposes goes with them.
      if (isBold && (!insertion || isBold === insertion)) {
        tr.addMark(place, to, schema.mark("bold"));
        tr.addMark(place, to, schema.mark("formatting", { ...proposal(isBold), format: "bold", was: null }));
      }
      place = to;
    }
    place++;
  }
  return state.apply(tr);
}

function replaced(state: EditorState, words: string, by: string, suggesting: Person | null) {
  const { tr, doc } = state;
  const matches = searchOf({ words, matchCase: true, wholeWord: false })?.(doc) ?? [];
  const left = replaceWords(tr, matches, by, suggesting !== null);
  if (!suggesting || !tr.docChanged) return { next: state.apply(tr), left };
  // Later than all that stands there, so that what is new is a proposal of its own.
  const proposal = suggested(tr, state, {
    by: suggesting,
    now: new Date("2026-11-25T13:00:00Z"),
    newId: () => "fresh",
  });
  if (!proposal) throw new Error("Refused");
  return { next: state.apply(proposal), left };
}

const proposalsIn = ({ doc }: EditorState) => openSuggestions(doc.toJSON());
function commentsIn({ doc }: EditorState): string[] {
  const ids = new Set<string>();
  doc.descendants(({ marks }) => {
    for (const { type, attrs } of marks) if (type.name === "comment") ids.add(String(attrs.id));
  });
  return [...ids].sort();
}
const read = ({ doc }: EditorState, suggestions: "with" | "without"): string[] => {
  const text = editing(body());
  return text.schema
    .nodeFromJSON(withoutAnnotations(doc.toJSON(), suggestions))
    .children.map((line) => line.textContent);
};
const runs = { numRuns: 1_000 };

describe("whatever is said and proposed about the words that are replaced", () => {
  it("no comment loses its last words to others", () =>
    fc.assert(
      fc.property(
        lines,
        letters(2, 1),
        letters(3, 1),
        fc.option(fc.constantFrom(...people)),
        (made, words, by, who) => {
          const state = textOf(made);
          expect(commentsIn(replaced(state, words, by, who).next)).toEqual(commentsIn(state));
        },
      ),
      runs,
    ));

  it("at once: every proposal is still open, and what is to go is the same", () =>
    fc.assert(
      fc.property(lines, letters(2, 1), letters(3), (made, words, by) => {
        const state = textOf(made);
        const { next, left } = replaced(state, words, by, null);
        const waiting = (one: EditorState) => proposalsIn(one).map(({ id, removed }) => `${id} ${removed}`);
        expect(waiting(next)).toEqual(waiting(state));
        if (left === 0)
          expect(read(next, "with")).toEqual(read(state, "with").map((line) => line.replaceAll(words, by)));
      }),
      runs,
    ));

  it("as a proposal: those of others are still open, the story is as it was, and accepting all of it replaces all", () =>
    fc.assert(
      fc.property(lines, letters(2, 1), letters(3), fc.constantFrom(...people), (made, words, by, who) => {
        const state = textOf(made);
        const { next } = replaced(state, words, by, who);
        const others = (one: EditorState) => proposalsIn(one).flatMap((each) => (each.by === who ? [] : each.id));
        expect(others(next)).toEqual(others(state));
        expect(read(next, "without")).toEqual(read(state, "without"));
        expect(read(next, "with")).toEqual(read(state, "with").map((line) => line.replaceAll(words, by)));
      }),
      runs,
    ));

  it("a second time changes nothing", () =>
    fc.assert(
      fc.property(lines, letters(2, 1), fc.option(fc.constantFrom(...people)), (made, words, who) => {
        const { next } = replaced(textOf(made), words, "xy", who);
        expect(replaced(next, words, "xy", who).next.doc.toJSON()).toEqual(next.doc.toJSON());
      }),
      runs,
    ));
});
