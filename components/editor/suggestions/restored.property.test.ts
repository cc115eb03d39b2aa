import { prosemirrorJSONToYXmlFragment } from "@tiptap/y-tiptap";
import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { documentSchema } from "#newsroom/body/annotations";
import { withMarksCarried } from "#newsroom/body/carried-marks";
import { documentOf, readingOf, suggestionsIn, textOf } from "#newsroom/stories/document/document";
import { restoreText } from "#newsroom/stories/revisions/restore";
import { afterSuggesting, anyBody, anyEdit, editing } from "./testing.ts";

const turns = fc.array(fc.record({ by: fc.constantFrom("aigul", "bakyt"), edit: anyEdit }), {
  minLength: 1,
  maxLength: 8,
});

it("a restore says what the revision said, whatever is proposed, and is undone with it", { timeout: 60_000 }, () =>
  fc.assert(
    fc.property(anyBody, turns, anyBody, (text, made, before) => {
      let state = editing(text);
      let ids = 0;
      for (const { by, edit } of made)
        state = afterSuggesting(state, edit, { by, now: new Date(0), newId: () => `${by}-${++ids}` }).state;
      const doc = new Y.Doc();
      prosemirrorJSONToYXmlFragment(
        documentSchema,
        withMarksCarried<object>(state.doc.toJSON()),
        doc.getXmlFragment("body"),
      );
      const open = suggestionsIn(doc);
      const revision = { kicker: "", headline: "", standfirst: "", teaser: "", body: before };
      const wanted = new Y.Doc();
      Y.applyUpdate(wanted, documentOf(revision));
      const undo = restoreText(doc, revision);
      expect(textOf(doc)).toEqual(textOf(wanted));
      expect(readingOf(doc).unfit).toBeNull();
      expect(textOf(doc, "with")).toBeTruthy();
      undo();
      expect(suggestionsIn(doc)).toEqual(open);
    }),
    { numRuns: 300 },
  ),
);
