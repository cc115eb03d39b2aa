import { getNodeType } from "@tiptap/core";
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { withoutAnnotations } from "#newsroom/body/annotations";
import type { Body } from "#newsroom/body/body";
import { openSuggestions } from "#newsroom/body/suggestions";
import { attribution, b, body, crosshead, embed, money, p, quote, rule, ul } from "#newsroom/body/testing";
import { accepted, rejected } from "./decisions.ts";
import { suggested } from "./suggested.ts";
import { editing } from "./testing.ts";

type By = "aigul" | "bakyt";
type Change = (tr: Transaction, state: EditorState) => Transaction;

const noon = new Date("2026-11-25T12:00:00Z");
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

/** Where the words begin. */
function at({ doc }: EditorState, words: string): number {
  let found = -1;
  doc.descendants((node, pos) => {
    const index = node.isText && found < 0 ? (node.text ?? "").indexOf(words) : -1;
    if (index >= 0) found = pos + index;
  });
  if (found < 0) throw new Error(`There is no “${words}”.`);
  return found;
}

const typing =
  (words: string, behind: string): Change =>
  (tr, state) =>
    tr.insertText(words, at(state, behind) + behind.length);
const taking =
  (words: string): Change =>
  (tr, state) =>
    tr.delete(at(state, words), at(state, words) + words.length);
const replacing =
  (words: string, by: string): Change =>
  (tr, state) =>
    tr.insertText(by, at(state, words), at(state, words) + words.length);
const splitting =
  (behind: string): Change =>
  (tr, state) =>
    tr.split(at(state, behind) + behind.length);

let ids = 0;
function change(state: EditorState, by: By, what: Change, now = noon): EditorState {
  const proposal = suggested(what(state.tr, state), state, { by, now, newId: () => `${by}-${++ids}` });
  if (!proposal) throw new Error("Refused");
  return state.apply(proposal);
}

/** +added+, -removed-, ¶ before a new paragraph, ⌫ before one that is to be joined, [kind] before what is proposed about a block. */
function shown({ doc }: EditorState): string {
  const lines: string[] = [];
  doc.descendants((node) => {
    if (node.isText) return;
    const { inserted, deleted, split, joined, changed } = node.attrs;
    const signs = [
      inserted && "[new]",
      deleted && "[out]",
      split && "¶",
      joined && "⌫",
      changed && `[${node.type.name}]`,
    ];
    if (node.isTextblock || (node.isLeaf && node.isBlock) || inserted || deleted)
      lines.push(
        [...signs.filter(Boolean), node.isTextblock ? wordsOf(node.children) : node.type.name].join(" ").trim(),
      );
    return !node.isTextblock;
  });
  return lines.join("\n");
}

const wordsOf = (children: readonly EditorState["doc"][]): string =>
  children
    .map((node) => {
      const has = (name: string) => node.marks.some(({ type }) => type.name === name);
      const isIn = has("insertion") || node.attrs.inserted;
      const isOut = has("deletion") || node.attrs.deleted;
      const text = node.text ?? node.type.name;
      const framed = has("formatting") ? `*${text}*` : text;
      return isIn && isOut ? `±${framed}±` : isIn ? `+${framed}+` : isOut ? `-${framed}-` : framed;
    })
    .join("");

const proposedIn = (text: Body, ...changes: [By, Change][]): EditorState =>
  changes.reduce((state, [by, what]) => change(state, by, what), editing(text));
const idsIn = (state: EditorState) => openSuggestions(state.doc.toJSON()).map(({ id }) => id);
const words = (state: EditorState) => shown(state);

const snow = body(p("Snow closes the pass."), p("Lorries wait."));

describe("while somebody suggests", () => {
  it.each<[string, Body, [By, Change][], string]>([
    [
      "typed words are marked",
      snow,
      [["aigul", typing(" again", "Snow")]],
      "Snow+ again+ closes the pass.\nLorries wait.",
    ],
    ["removed words stay, marked", snow, [["aigul", taking("the ")]], "Snow closes -the -pass.\nLorries wait."],
    [
      "a replacement is both",
      snow,
      [["aigul", replacing("closes", "blocks")]],
      "Snow -closes-+blocks+ the pass.\nLorries wait.",
    ],
    [
      "one's own proposed words really go",
      snow,
      [
        ["aigul", typing(" again", "Snow")],
        ["aigul", taking("again")],
      ],
      "Snow+ + closes the pass.\nLorries wait.",
    ],
    [
      "another's proposed words are only marked",
      snow,
      [
        ["aigul", typing(" again", "Snow")],
        ["bakyt", taking("again")],
      ],
      "Snow+ +±again± closes the pass.\nLorries wait.",
    ],
    ["a new paragraph is marked", snow, [["aigul", splitting("closes")]], "Snow closes\n¶  the pass.\nLorries wait."],
    [
      "one's own new paragraph is really joined again",
      snow,
      [
        ["aigul", splitting("closes")],
        ["aigul", (tr, state) => tr.join(at(state, " the pass") - 1)],
      ],
      "Snow closes the pass.\nLorries wait.",
    ],
    [
      "joined paragraphs stay, marked",
      snow,
      [["aigul", (tr, state) => tr.join(at(state, "Lorries") - 1)]],
      "Snow closes the pass.\n⌫ Lorries wait.",
    ],
    [
      "what is removed across paragraphs is marked, and the paragraphs as joined",
      snow,
      [["aigul", (tr, state) => tr.delete(at(state, "pass"), at(state, "wait"))]],
      "Snow closes the -pass.-\n⌫ -Lorries -wait.",
    ],
    [
      "a line becomes a crosshead",
      snow,
      [
        [
          "aigul",
          (tr, state) =>
            tr.setBlockType(at(state, "Lorries"), at(state, "Lorries"), getNodeType("crosshead", state.schema), {
              level: 2,
            }),
        ],
      ],
      "Snow closes the pass.\n[crosshead] Lorries wait.",
    ],
    [
      "bold is marked",
      snow,
      [["aigul", (tr, state) => tr.addMark(at(state, "pass"), at(state, "pass") + 4, state.schema.mark("bold"))]],
      "Snow closes the *pass*.\nLorries wait.",
    ],
    [
      "bold that is taken back is no proposal any more",
      snow,
      [
        ["aigul", (tr, state) => tr.addMark(at(state, "pass"), at(state, "pass") + 4, state.schema.mark("bold"))],
        ["aigul", (tr, state) => tr.removeMark(at(state, "pass"), at(state, "pass") + 4, state.schema.mark("bold"))],
      ],
      "Snow closes the pass.\nLorries wait.",
    ],
    [
      "a block that is taken out stays, marked",
      body(p("Film"), embed("https://vimeo.com/76979871", "Film"), rule()),
      [["aigul", (tr) => tr.delete(6, 7)]],
      "Film\n[out] embed\nhorizontalRule",
    ],
    [
      "an amount is marked as well",
      body(p("It costs ", money("5", "KGS"), ".")),
      [["aigul", (tr) => tr.delete(10, 11)]],
      "It costs -money-.",
    ],
    [
      "an item of a list is divided",
      body(ul("one two", "three")),
      [["aigul", (tr, state) => tr.split(at(state, "two"), 2)]],
      "one\ntwo\nthree",
    ],
  ])("%s", (_what, text, changes, expected) => {
    const state = proposedIn(text, ...changes);
    expect(words(state).replace(/ $/gm, "")).toBe(expected);
    expect(withoutAnnotations(state.doc.toJSON(), "without")).toEqual(text);
  });

  it("a replacement has one id, and typing on goes on with it", () => {
    const state = proposedIn(snow, ["aigul", replacing("closes", "blocks")], ["aigul", typing(" all", "blocks")]);
    expect(openSuggestions(state.doc.toJSON())).toMatchObject([
      { by: "aigul", added: "blocks all", removed: "closes" },
    ]);
  });

  it("what is typed later, or by another, is a proposal of its own", () => {
    let state = change(editing(snow), "aigul", typing(" one", "Snow"));
    state = change(state, "bakyt", typing(" two", "one"));
    state = change(state, "aigul", typing("!", "pass."), later(1));
    state = change(state, "aigul", typing("?", "!"), later(20));
    expect(openSuggestions(state.doc.toJSON()).map(({ by, added }) => [by, added])).toEqual([
      ["aigul", " one"],
      ["bakyt", " two"],
      ["aigul", "!"],
      ["aigul", "?"],
    ]);
  });

  it("typing amid another's words leaves them two parts of one proposal", () => {
    const state = proposedIn(snow, ["aigul", typing(" one two", "Snow")], ["bakyt", typing(" and", "one")]);
    expect(openSuggestions(state.doc.toJSON()).map(({ added }) => added)).toEqual([" one two", " and"]);
  });

  it("the cursor goes before what Backspace removes and behind what Delete removes", () => {
    const press = (forward: boolean) => {
      const start = editing(snow);
      const pos = at(start, "closes");
      const state = start.apply(start.tr.setSelection(TextSelection.create(start.doc, pos)));
      const next = change(state, "aigul", (tr) => (forward ? tr.delete(pos, pos + 1) : tr.delete(pos - 1, pos)));
      return next.selection.from - pos;
    };
    expect([press(false), press(true)]).toEqual([-1, 1]);
  });

  it("refuses what it cannot keep apart", () => {
    const state = editing(body(quote("Said so", attribution("A man"))));
    const lift = state.tr.setNodeAttribute(0, "changed", "x");
    expect(suggested(lift, state, { by: "aigul", now: noon, newId: () => "x" })).toBeNull();
  });
});

describe("a decision", () => {
  const bold = body(p("Snow ", b("closes"), " the pass."));
  it("on one leaves the others open", () => {
    const state = proposedIn(bold, ["aigul", typing(" again", "Snow")], ["bakyt", taking("the ")]);
    const [first = "", second = ""] = idsIn(state);
    const one = state.apply(accepted(state, first));
    expect(idsIn(one)).toEqual([second]);
    expect(one.apply(rejected(one, second)).doc.textContent).toBe("Snow again closes the pass.");
  });

  it("to reject gives back what words bore", () => {
    const state = proposedIn(bold, [
      "aigul",
      (tr, before) => tr.removeMark(at(before, "closes"), at(before, "closes") + 6, before.schema.mark("bold")),
    ]);
    expect(withoutAnnotations(state.apply(rejected(state, "all")).doc.toJSON(), "with")).toEqual(bold);
    expect(withoutAnnotations(state.apply(accepted(state, "all")).doc.toJSON(), "without")).toEqual(
      body(p("Snow closes the pass.")),
    );
  });

  it("to reject a crosshead gives back the paragraph", () => {
    const text = body(crosshead("Was"), p("is"));
    const state = proposedIn(text, [
      "aigul",
      (tr, before) => tr.setBlockType(1, 1, getNodeType("paragraph", before.schema)),
    ]);
    expect(withoutAnnotations(state.apply(rejected(state, "all")).doc.toJSON(), "with")).toEqual(text);
  });

  it("keeps the cursor in its words", () => {
    let state = proposedIn(snow, ["aigul", typing(" again", "Snow")]);
    state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, at(state, "wait"))));
    const next = state.apply(rejected(state, "all"));
    expect(next.selection.from).toBe(at(next, "wait"));
  });
});
