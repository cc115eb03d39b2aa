import { Plugin, Selection } from "@tiptap/pm/state";
import { addRowAfter } from "@tiptap/pm/tables";
import { yCursorPlugin, ySyncPluginKey } from "@tiptap/y-tiptap";
import { describe, expect, it } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { body, factBox, p, table, ul } from "#newsroom/body/testing";
import { plainText } from "#newsroom/body/text";
import { documentOf, textOf } from "#newsroom/stories/document/document";
import { aScreenlessEditor } from "../testing-window.ts";
import { trueView } from "./true-view.ts";

const text = body(p("Lorries wait."), factBox("What we know", "The pass is closed."), ul("one", "two"));

/** A window on the text, what it said, and a colleague's document whose changes it hears. */
function opened(...plugins: Plugin[]) {
  const [doc, there] = [new Y.Doc(), new Y.Doc()];
  const start = documentOf({ body: text });
  for (const one of [doc, there]) Y.applyUpdate(one, start);
  const said: string[] = [];
  const view = aScreenlessEditor(
    doc,
    ...plugins,
    trueView((isStale) => void said.push(isStale ? "stale" : "shown")),
  );
  return {
    doc,
    view,
    said,
    hear(change: (body: Y.XmlFragment) => void) {
      there.transact(() => change(there.getXmlFragment("body")));
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(there));
    },
    type: (words: string) => view.dispatch(view.state.tr.insertText(words, 1)),
    stored: () => plainText(textOf(doc).body),
  };
}

const textAt = (body: Y.XmlFragment, at: number) => (body.get(at) as Y.XmlElement).get(0) as Y.XmlText;
const element = (name: string, words: string) => {
  const made = new Y.XmlElement(name);
  made.insert(0, [new Y.XmlText(words)]);
  return made;
};

describe("a window in which a change could not be drawn", () => {
  /** Fails at every change from elsewhere while it is broken. */
  const fragile = () => {
    const state = { isBroken: true };
    const plugin = new Plugin({
      state: {
        init: () => null,
        apply: (tr) => {
          if (state.isBroken && tr.getMeta(ySyncPluginKey)?.isChangeOrigin) throw new Error("Broken");
          return null;
        },
      },
    });
    return { state, plugin };
  };

  it("writes nothing from what it shows, and can be written in again once it shows the document", () => {
    const { state, plugin } = fragile();
    state.isBroken = false;
    const window = opened(plugin);
    state.isBroken = true;
    expect(() => window.hear((it) => textAt(it, 0).insert(13, " For days."))).toThrow("Broken");
    expect([window.said, window.view.editable]).toEqual([["stale"], false]);
    window.type("Nothing of this. ");
    expect(window.stored()).toContain("Lorries wait. For days.");
    state.isBroken = false;
    window.hear((it) => textAt(it, 0).insert(0, "Forty "));
    expect([window.said, window.view.editable]).toEqual([["stale", "shown"], true]);
    window.type("Today: ");
    expect(window.stored()).toContain("Today: Forty Lorries wait. For days.");
  });

  it("draws it anew if it can", () => {
    let failures = 0;
    const once = new Plugin({
      state: {
        init: () => null,
        apply: (tr) => {
          if (tr.getMeta(ySyncPluginKey)?.isChangeOrigin && ++failures === 2) throw new Error("Broken");
          return null;
        },
      },
    });
    const window = opened(once);
    expect(() => window.hear((it) => textAt(it, 0).insert(13, " For days."))).toThrow("Broken");
    expect([window.said, window.view.editable]).toEqual([[], true]);
    window.type("Today: ");
    expect(window.stored()).toContain("Today: Lorries wait. For days.");
  });

  it("keeps what colleagues wrote though somebody shows a caret that is none", () => {
    const awareness = new Awareness(new Y.Doc());
    const window = opened(yCursorPlugin(awareness));
    awareness.states.set(7, { user: { name: "Anna" }, cursor: {} });
    expect(() => window.hear((it) => textAt(it, 0).insert(13, " For days."))).toThrow();
    window.view.dispatch(window.view.state.tr.setMeta("caret", 1));
    expect(window.stored()).toContain("Lorries wait. For days.");
    awareness.states.delete(7);
    window.hear((it) => textAt(it, 0).insert(0, "Forty "));
    expect(window.view.editable).toBe(true);
    awareness.destroy();
  });
});

describe("a window that hears what it cannot show", () => {
  it("leaves it in the document, for the newsroom to put right", () => {
    const window = opened();
    window.hear((it) => (it.get(1) as Y.XmlElement).insert(0, [element("factBoxTitle", "Two")]));
    expect([window.said, window.view.editable]).toEqual([["stale"], false]);
    window.type("Nothing of this. ");
    const raw = window.doc.getXmlFragment("body").toString();
    for (const words of ["Two", "What we know", "The pass is closed.", "Lorries wait."]) expect(raw).toContain(words);
    expect(raw).not.toContain("Nothing");
    window.hear((it) => (it.get(1) as Y.XmlElement).delete(0, 1));
    expect(window.view.editable).toBe(true);
    expect(window.view.state.doc.textContent).toContain("The pass is closed.");
  });

  it("lets go what says nothing: a list whose items two people took out", () => {
    const window = opened();
    window.hear((it) => (it.get(2) as Y.XmlElement).delete(0, 2));
    expect([window.said, window.view.state.doc.childCount]).toEqual([[], 2]);
  });

  it("is no other than before where all fits", () => {
    const window = opened();
    window.hear((it) => it.insert(0, [element("paragraph", "New.")]));
    window.type("Very ");
    expect(window.stored()).toMatch(/^Very New\.\nLorries wait\./);
    window.doc.transact(() => textAt(window.doc.getXmlFragment("body"), 1).insert(0, "Forty "), ySyncPluginKey);
    expect(window.view.state.doc.textContent).toContain("Forty Lorries");
    expect(window.said).toEqual([]);
  });
});

it("a row that would stand in another one, in a table with too few cells, is not made", () => {
  const ragged = table("Cells", ["a", "b"], ["c"]);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, documentOf({ body: body(ragged, p("Plain")) }));
  const view = aScreenlessEditor(
    doc,
    trueView(() => {}),
  );
  view.dispatch(view.state.tr.setSelection(Selection.atStart(view.state.doc)));
  addRowAfter(view.state, view.dispatch);
  expect(() => view.state.doc.check()).not.toThrow();
  expect(textOf(doc).body).toEqual(body(ragged, p("Plain")));
});
