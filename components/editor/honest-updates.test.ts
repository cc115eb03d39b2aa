import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { documentOf } from "#newsroom/stories/document";
import { updateIssue } from "#newsroom/stories/update-check";
import { suggested } from "./suggestions/suggested.ts";
import { anyBody, anyEdit, edited } from "./suggestions/testing.ts";
import { aScreenlessEditor } from "./testing-window.ts";

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
      Y.applyUpdate(newsroom, documentOf({ headline: "Snow", body: text }));
      const windows = [0, 1].map(() => {
        const doc = new Y.Doc();
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(newsroom), "newsroom");
        doc.on("update", (update: Uint8Array, origin: unknown) => {
          if (origin === "newsroom") return;
          expect(updateIssue(newsroom, update)).toBeNull();
          Y.applyUpdate(newsroom, update);
        });
        return { doc, view: aScreenlessEditor(doc) };
      });
      for (const { by, edit, isProposed, hears } of steps) {
        const { doc, view } = windows[by] as (typeof windows)[0];
        if (hears) Y.applyUpdate(doc, Y.encodeStateAsUpdate(newsroom, Y.encodeStateVector(doc)), "newsroom");
        const tr = edited(view.state, edit);
        const author = { by: String(by), now: new Date(0), newId: () => String(Math.random()) };
        const made = isProposed && tr.docChanged ? suggested(tr, view.state, author) : tr;
        if (made) view.dispatch(made);
      }
    }),
    { numRuns: 60 },
  );
});
