import type { NodeType } from "@tiptap/pm/model";
import { EditorState } from "@tiptap/pm/state";
import { initProseMirrorDoc, updateYFragment, ySyncPluginKey } from "@tiptap/y-tiptap";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { documentSchema } from "#newsroom/body/annotations";
import type { Block, Body } from "#newsroom/body/body";
import {
  attribution,
  body,
  crosshead,
  factBox,
  ol,
  p,
  picture,
  pullQuote,
  quote,
  table,
  ul,
} from "#newsroom/body/testing";
import { documentOf, mergedDocument, textOf } from "#newsroom/stories/document/document";
import { OwnUndo } from "#newsroom/stories/document/own-undo";
import { charactersOf } from "#newsroom/stories/document/unseen";
import type { Moved } from "#newsroom/stories/moves/moves";
import { storedAs } from "#newsroom/stories/moves/testing";
import { afterEditing, anyBody, anyEdit } from "../suggestions/testing.ts";
import { takenWords } from "../taken-words.ts";

/** The body in one person's window, as the editor reads and writes it. */
function aWindow(update: Uint8Array) {
  const doc = mergedDocument([update]);
  const part = doc.getXmlFragment("body");
  const undo = new OwnUndo(part, new Set([ySyncPluginKey]));
  const read = () => initProseMirrorDoc(part, documentSchema);
  return {
    doc,
    undo,
    body: () => textOf(doc).body,
    words: () => read().doc.textContent,
    edit(change: (state: EditorState) => unknown) {
      const { doc: node, meta } = read();
      const next = documentSchema.nodeFromJSON(change(EditorState.create({ doc: node, schema: documentSchema })));
      doc.transact(() => updateYFragment(doc, part, next, meta), ySyncPluginKey);
    },
    step: () => undo.stopCapturing(),
  };
}
type Window = ReturnType<typeof aWindow>;

function twoWindows(text: Body): { anna: Window; boris: Window; meet: () => void } {
  const stored = documentOf({ body: text });
  const [anna, boris] = [aWindow(stored), aWindow(stored)];
  return {
    anna,
    boris,
    meet() {
      const [hers, his] = [Y.encodeStateAsUpdate(anna.doc), Y.encodeStateAsUpdate(boris.doc)];
      Y.applyUpdate(anna.doc, his);
      Y.applyUpdate(boris.doc, hers);
    },
  };
}

/** Writes behind the first "…" of the text. */
const writing = (words: string) => (state: EditorState) => {
  let at = 0;
  state.doc.descendants((node, pos) => {
    if (at === 0 && node.isText && node.text?.includes("…")) at = pos + node.text.indexOf("…") + 1;
  });
  return state.tr.insertText(words, at).doc.toJSON();
};
const putting = (block: Block) => (state: EditorState) =>
  state.tr.insert(state.doc.content.size, documentSchema.nodeFromJSON(block)).doc.toJSON();

const snow = p("Snow.");
const blank: Block = { type: "paragraph" };
/** Text nodes cannot be empty. */
const emptied = (block: Block): Block =>
  JSON.parse(
    JSON.stringify(block)
      .replaceAll('"content":[{"type":"text","text":""}],', "")
      .replaceAll(',"content":[{"type":"text","text":""}]', ""),
  );

describe("an undo of a block that somebody else has written in", () => {
  it.each<[string, Block, Block]>([
    ["a paragraph", p("His…"), p("hers")],
    ["a crosshead", crosshead("His…", 3), crosshead("hers", 3)],
    ["a list", ul("His", "and his…", "and"), ul("hers")],
    ["a numbered list", { ...ol("His…"), attrs: { start: 4 } }, { ...ol("hers"), attrs: { start: 4 } }],
    ["a list in a list", ul("One", [p("His"), ul("deep…", "down")]), ul([blank, ul("hers")])],
    ["a quote", quote("His", "words…", attribution("Him")), quote("hers")],
    ["the attribution of a quote", quote("His", attribution("He…")), quote(attribution("hers"))],
    ["a pull quote", pullQuote("His…"), pullQuote("hers")],
    ["a fact box", factBox("His", "One", "two…"), { type: "factBox", content: [p("hers")] }],
    ["the title of a fact box", factBox("His…", "One", "two"), factBox("hers", blank)],
    ["a table", table("", ["a", "b…"], ["c", "d"]), emptied(table("", ["", "hers"], ["", ""]))],
  ])("leaves %s with their words", (_kind, his, left) => {
    const { anna, boris, meet } = twoWindows(body(snow));
    boris.edit(putting(his));
    meet();
    anna.edit(writing("hers"));
    meet();
    const both = boris.words();
    boris.undo.undo();
    meet();
    expect(boris.body()).toEqual(body(snow, left));
    expect(anna.body()).toEqual(body(snow, left));
    boris.undo.redo();
    meet();
    expect(anna.words()).toContain("hers");
    expect(anna.words()).toBe(both);
  });
});

it("leaves a picture that somebody else wrote a caption for", () => {
  const { anna, boris, meet } = twoWindows(body(snow));
  boris.edit(putting(picture({ caption: "" })));
  meet();
  anna.edit(({ tr, doc }) => tr.setNodeAttribute(doc.content.size - 1, "caption", "Hers.").doc.toJSON());
  meet();
  boris.undo.undo();
  meet();
  expect(anna.body()).toEqual(body(snow, picture({ caption: "Hers." })));
});

it("brings back what was deleted, as often as one likes, and then takes back what was written here only", () => {
  const { anna, boris, meet } = twoWindows(body(snow));
  boris.edit(putting(ul("His…")));
  boris.step();
  meet();
  anna.edit(writing("hers"));
  meet();
  boris.edit(({ tr, doc }) => tr.delete(7, doc.content.size).doc.toJSON());
  boris.step();
  expect(boris.body()).toEqual(body(snow));
  boris.undo.undo();
  expect(boris.body()).toEqual(body(snow, ul("His…hers")));
  boris.undo.redo();
  expect(boris.body()).toEqual(body(snow));
  boris.undo.undo();
  boris.undo.undo();
  expect(boris.body()).toEqual(body(snow, ul("hers")));
});

it("leaves words where they were moved to, once somebody has taken away what they stood in", () => {
  const { anna, boris, meet } = twoWindows(body(snow, p("Ice and wind.")));
  boris.edit(({ tr }) => tr.split(12).doc.toJSON());
  meet();
  anna.edit(({ tr }) => tr.delete(7, 12).doc.toJSON());
  meet();
  expect(boris.body()).toEqual(body(snow, p("and wind.")));
  boris.undo.undo();
  expect(boris.body()).toEqual(body(snow, p("and wind.")));
});

it("keeps a fact box whose title comes back behind what was written at its place", () => {
  const { anna, boris, meet } = twoWindows(body(factBox("Box", "One.")));
  boris.edit(({ tr, schema }) => tr.setBlockType(2, 2, schema.nodes.paragraph as NodeType).doc.toJSON());
  meet();
  anna.edit(({ tr }) => tr.insertText("Hers. ", 2).doc.toJSON());
  meet();
  boris.undo.undo();
  expect(boris.body()).toEqual(body({ type: "factBox", content: [p("Hers. "), p("Box"), p("One.")] }));
});

const share = fc.integer({ min: 0, max: 1_000 }).map((thousandths) => thousandths / 1_000);
const deed = fc.oneof(
  fc.record({ who: fc.constant("anna writes" as const), at: share, isHeard: fc.boolean() }),
  fc.record({ who: fc.constant("anna" as const), edit: anyEdit }),
  fc.record({ who: fc.constant("boris" as const), edit: anyEdit, endsStep: fc.boolean() }),
  fc.record({ who: fc.constantFrom("meet" as const, "undo" as const, "redo" as const) }),
);

/** Signs that nobody else writes, each once. */
const signOf = (count: number) => String.fromCodePoint(0x4e00 + count);
const signsIn = (words: string) => [...words].filter((sign) => sign >= signOf(0));

it(
  "never takes back a sign that somebody else wrote and did not delete, whatever both did before",
  { timeout: 60_000 },
  () =>
    fc.assert(
      fc.property(anyBody, fc.array(deed, { minLength: 3, maxLength: 25 }), (text, deeds) => {
        const { anna, boris, meet } = twoWindows(text);
        let written = 0;
        const deleted = new Set<string>();
        for (const deed of deeds) {
          if (deed.who === "anna writes") {
            const words = signOf(written++);
            if (deed.isHeard) meet();
            anna.edit((state) => afterEditing(state, { kind: "type", at: deed.at, words }));
            if (deed.isHeard) meet();
          } else if (deed.who === "anna") {
            const before = signsIn(anna.words());
            anna.edit((state) => afterEditing(state, deed.edit));
            const after = signsIn(anna.words());
            for (const sign of before) if (!after.includes(sign)) deleted.add(sign);
          }
          if (deed.who === "boris") {
            boris.edit((state) => afterEditing(state, deed.edit));
            if (deed.endsStep) boris.step();
          } else if (deed.who === "meet") meet();
          else if (deed.who === "redo") boris.undo.redo();
          else if (deed.who === "undo") {
            const before = signsIn(boris.words());
            boris.undo.undo();
            const after = signsIn(boris.words());
            expect(before.filter((sign) => !after.includes(sign) && !deleted.has(sign))).toEqual([]);
          }
        }
      }),
      { numRuns: 300 },
    ),
);

it(
  "takes back no sign that somebody else writes at the same time: each stands in the text, or is told in their window",
  { timeout: 60_000 },
  () =>
    fc.assert(
      fc.property(
        anyBody,
        fc.array(fc.record({ edit: anyEdit, what: fc.constantFrom("edit", "edit", "undo", "redo") }), {
          maxLength: 12,
        }),
        fc.array(share, { minLength: 1, maxLength: 4 }),
        fc.nat({ max: 6 }),
        fc.boolean(),
        (text, deeds, places, heard, isAnnaFirst) => {
          const { anna, boris, meet } = twoWindows(text);
          const does = ({ edit, what }: (typeof deeds)[number]) => {
            if (what === "undo" || what === "redo") boris.undo[what]();
            else boris.edit((state) => afterEditing(state, edit));
            boris.step();
          };
          // Both know what he did first; what he does then, and what she writes, neither has heard of.
          deeds.slice(0, heard).forEach(does);
          meet();
          const start = Y.encodeStateAsUpdate(boris.doc);
          deeds.slice(heard).forEach(does);
          const told: string[] = [];
          const signs: string[] = [];
          for (const [count, at] of places.entries()) {
            const before = anna.words();
            anna.edit((state) => afterEditing(state, { kind: "type", at, words: signOf(count) }));
            if (anna.words() !== before) signs.push(signOf(count));
          }
          const newsroom = mergedDocument([start]);
          const stored = Y.getState(newsroom.store, anna.doc.clientID);
          anna.doc.on("afterTransaction", (transaction) => void told.push(takenWords(transaction, stored)));
          const take = ({ doc }: Window) => {
            const update = Y.diffUpdate(Y.encodeStateAsUpdate(doc), Y.encodeStateVector(newsroom));
            Y.applyUpdate(newsroom, storedAs(newsroom, moved, update));
          };
          const moved: Moved[] = [];
          for (const window of isAnnaFirst ? [anna, boris] : [boris, anna]) take(window);
          if (!isAnnaFirst) Y.applyUpdate(anna.doc, Y.encodeStateAsUpdate(newsroom));
          const standing = charactersOf(newsroom.getXmlFragment("body")) + told.join("");
          expect(signs.filter((sign) => !standing.includes(sign))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    ),
);
