import { ySyncPluginKey } from "@tiptap/y-tiptap";
import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { body, crosshead, factBox, p, quote, table, ul } from "#newsroom/body/testing";
import { allWritten } from "#newsroom/body/written-attributes";
import { documentOf, readingOf } from "#newsroom/stories/document/document";
import { grammarMend } from "#newsroom/stories/document/mended-grammar";
import { OwnUndo } from "#newsroom/stories/document/own-undo";
import { charactersOf } from "#newsroom/stories/document/unseen";
import { withUnseenWords } from "#newsroom/stories/document/unseen-words";
import { anyEdit, type Edit, edited } from "../suggestions/testing.ts";
import { aScreenlessEditor } from "../testing-window.ts";
import { trueView } from "../text/true-view.ts";

/** Blocks that must hold others, few of them, so that two people meet in them. */
const anyBlocks = fc
  .array(
    fc.constantFrom(
      ul("one", [p("two"), ul("three")]),
      ul("one", "two"),
      table("Prices", ["a"], ["b"]),
      factBox("Box", "In it"),
      quote("Cold."),
      p("Snow."),
      crosshead("Why"),
    ),
    { minLength: 1, maxLength: 2 },
  )
  .map((chosen) => body(...chosen));
const step = fc.record({
  by: fc.constantFrom(0, 1),
  what: fc.oneof({ arbitrary: anyEdit, weight: 4 }, fc.constantFrom("undo" as const, "redo" as const)),
  hears: fc.integer({ min: 0, max: 2 }).map((chance) => chance === 0),
});

it("what two people leave together can be brought into order, without a character less", { timeout: 60_000 }, () =>
  fc.assert(
    fc.property(anyBlocks, fc.array(step, { minLength: 3, maxLength: 8 }), (text, steps) => {
      const newsroom = new Y.Doc();
      Y.applyUpdate(newsroom, documentOf({ body: text }));
      const windows = [0, 1].map(() => aWindow(newsroom));
      for (const { by, what, hears } of steps) {
        const window = windows[by] as ReturnType<typeof aWindow>;
        if (hears) window.hear();
        window.does(what);
        if (!readingOf(newsroom).unfit) continue;
        const before = charactersIn(newsroom);
        const mend = grammarMend(newsroom);
        expect(mend).not.toBeNull();
        if (mend) Y.applyUpdate(newsroom, mend.update);
        expect([readingOf(newsroom).unfit, charactersIn(newsroom)]).toEqual([null, before]);
      }
    }),
    { numRuns: 1_000 },
  ),
);

/** Also of captions, in no order: what only a caption said may be a line. */
const charactersIn = (doc: Y.Doc): string[] => {
  const part = doc.getXmlFragment("body");
  const captions = [...part.createTreeWalker((type) => type instanceof Y.XmlElement)].map((block) =>
    block instanceof Y.XmlElement ? allWritten(block.nodeName, block.getAttributes()) : "",
  );
  return [...charactersOf(part).replaceAll("\uFFFC", ""), ...captions.join("")].sort();
};

function aWindow(newsroom: Y.Doc) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(newsroom), "newsroom");
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== "newsroom") Y.applyUpdate(newsroom, withUnseenWords(newsroom, update)?.update ?? update);
  });
  const undo = new OwnUndo(doc.getXmlFragment("body"), new Set([ySyncPluginKey]));
  const view = aScreenlessEditor(
    doc,
    trueView(() => {}),
  );
  return {
    hear: () =>
      atCaret(() => Y.applyUpdate(doc, Y.encodeStateAsUpdate(newsroom, Y.encodeStateVector(doc)), "newsroom")),
    does(what: Edit | "undo" | "redo") {
      if (what === "undo" || what === "redo") return atCaret(() => undo[what]());
      undo.stopCapturing();
      return atCaret(() => view.dispatch(edited(view.state, what)));
    },
  };
}

/** The binding looks for the caret behind the end of the text, now and then: the screen is drawn anew. */
function atCaret(change: () => unknown): void {
  try {
    change();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
}
