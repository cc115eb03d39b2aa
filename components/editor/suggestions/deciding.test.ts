import { prosemirrorJSONToYXmlFragment } from "@tiptap/y-tiptap";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { documentSchema } from "#newsroom/body/annotations";
import { body, p } from "#newsroom/body/testing";
import { suggestionsIn, textOf } from "#newsroom/stories/document/document";
import { aScreenlessEditor } from "../testing-window.ts";
import { type Decision, decideIn } from "./deciding.ts";
import { afterSuggesting, anyBody, anyEdit, editing } from "./testing.ts";
import { at, proposedIn, replacing, shown, taking, typing } from "./testing-changes.ts";

const much = proposedIn(
  editing(body(p("Snow closes the pass for lorries today."))),
  ["aigul", replacing("closes", "shuts")],
  ["bakyt", typing(" and buses", "lorries")],
  ["bakyt", taking(" today")],
  ["aigul", replacing("Snow", "Ice")],
);

/** Two windows on a story in which something is proposed, and what brings them together. */
function twoWindows(state = much) {
  const [one, other] = [new Y.Doc(), new Y.Doc()];
  prosemirrorJSONToYXmlFragment(documentSchema, state.doc.toJSON(), one.getXmlFragment("body"));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  const windows = [one, other].map((doc) => ({ doc, view: aScreenlessEditor(doc) })) as [Window, Window];
  return {
    windows,
    meet() {
      const [ones, others] = [Y.encodeStateAsUpdate(one), Y.encodeStateAsUpdate(other)];
      Y.applyUpdate(one, others);
      Y.applyUpdate(other, ones);
      expect(shown(windows[1].view.state)).toBe(shown(windows[0].view.state));
    },
  };
}
interface Window {
  doc: Y.Doc;
  view: ReturnType<typeof aScreenlessEditor>;
}

// Where an amount goes, two texts of the document become one, which is made anew; and of blocks that say the same it is not told which.
const plainBody = anyBody.filter(({ content }) => {
  const blocks = content.map((block) => JSON.stringify(block));
  return new Set(blocks).size === blocks.length && !blocks.some((block) => block.includes("money"));
});
const turns = fc.array(
  fc.record({
    by: fc.constantFrom("aigul", "bakyt"),
    edit: anyEdit.filter(({ kind }) => kind === "type" || kind === "erase"),
  }),
  { minLength: 1, maxLength: 8 },
);

const results: [Decision, string][] = [
  ["accept", "Ice shuts the pass for lorries and buses."],
  ["reject", "Snow closes the pass for lorries today."],
];

describe.each(results)("to %s all", (decision, words) => {
  it("leaves one text where two people do it at once", () => {
    const { windows, meet } = twoWindows();
    for (const { view } of windows) decideIn(view, decision, "all");
    meet();
    expect(textOf(windows[0].doc).body).toEqual(body(p(words)));
    expect(suggestionsIn(windows[0].doc)).toEqual([]);
  });

  it("leaves what somebody types meanwhile where it was typed", () => {
    const { windows, meet } = twoWindows();
    const [{ view, doc }, { view: theirs }] = windows;
    decideIn(view, decision, "all");
    theirs.dispatch(theirs.state.tr.insertText("high ", at(theirs.state, "pass")));
    meet();
    expect(textOf(doc).body).toEqual(body(p(words.replace("pass", "high pass"))));
  });

  it("leaves one text, whatever is proposed within lines", () =>
    fc.assert(
      fc.property(plainBody, turns, (text, made) => {
        let state = editing(text);
        let ids = 0;
        for (const { by, edit } of made)
          state = afterSuggesting(state, edit, { by, now: new Date(0), newId: () => `${by}-${++ids}` }).state;
        const { windows, meet } = twoWindows(state);
        for (const { view } of windows) decideIn(view, decision, "all");
        const alone = windows[0].view.state.doc;
        meet();
        expect(windows[0].view.state.doc.textContent).toBe(alone.textContent);
      }),
      { numRuns: 200 },
    ));
});
