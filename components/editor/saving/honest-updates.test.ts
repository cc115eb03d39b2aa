import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { documentOf } from "#newsroom/stories/document/document";
import { charactersOf } from "#newsroom/stories/document/unseen";
import { updateIssue } from "#newsroom/stories/document/update-check";
import { suggested } from "../suggestions/suggested.ts";
import { anyBody, anyEdit, edited } from "../suggestions/testing.ts";
import { aScreenlessEditor } from "../testing-window.ts";
import { trueView } from "../text/true-view.ts";

it("what two editors send is never refused, whatever they do at once and however late they hear of each other", () => {
  const step = fc.record({
    by: fc.constantFrom(0, 1),
    edit: anyEdit,
    isProposed: fc.boolean(),
    hears: fc.boolean(),
  });
  fc.assert(
    fc.property(anyBody, fc.array(step, { minLength: 1, maxLength: 12 }), (text, steps) => {
      const newsroom = new Y.Doc();
      const behind: Y.Doc[] = [];
      Y.applyUpdate(newsroom, documentOf({ headline: "Snow", body: text }));
      const windows = [0, 1].map(() => {
        const doc = new Y.Doc();
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(newsroom), "newsroom");
        doc.on("update", (update: Uint8Array, origin: unknown) => {
          if (origin === "newsroom") return;
          expect(updateIssue(newsroom, update)).toBeNull();
          Y.applyUpdate(newsroom, update);
        });
        return {
          doc,
          view: aScreenlessEditor(
            doc,
            trueView(() => {}),
          ),
        };
      });
      for (const { by, edit, isProposed, hears } of steps) {
        const { doc, view } = windows[by] as (typeof windows)[0];
        if (hears) hear(doc, newsroom);
        const tr = edited(view.state, edit);
        const author = { by: String(by), now: new Date(0), newId: () => String(Math.random()) };
        const made = isProposed && tr.docChanged ? suggested(tr, view.state, author) : tr;
        if (made) view.dispatch(made);
      }
      for (const { doc, view } of windows) {
        hear(doc, newsroom);
        if (!behind.includes(doc))
          expect(view.state.doc.textContent).toBe(charactersOf(doc.getXmlFragment("body")).replaceAll("\uFFFC", ""));
      }
    }),
    { numRuns: 60 },
  );
});

function hear(doc: Y.Doc, newsroom: Y.Doc): void {
  try {
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(newsroom, Y.encodeStateVector(doc)), "newsroom");
  } catch (error) {
    // The binding looks for the caret behind the end of the text, now and then: the screen is drawn anew.
    if (!(error instanceof RangeError)) throw error;
  }
}
