import { getNodeType } from "@tiptap/core";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { withoutAnnotations } from "#newsroom/body/annotations";
import type { Body } from "#newsroom/body/body";
import { openSuggestions } from "#newsroom/body/open-suggestions";
import { attribution, b, body, crosshead, embed, money, p, quote, rule, ul } from "#newsroom/body/testing";
import { lineSchema } from "#newsroom/stories/document/document";
import { accepted, rejected } from "./decisions.ts";
import { suggested } from "./suggested.ts";
import { editing } from "./testing.ts";
import {
  at,
  type By,
  type Change,
  change,
  idsIn,
  later,
  noon,
  proposedIn,
  replacing,
  shown,
  splitting,
  taking,
  typing,
} from "./testing-changes.ts";

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
      "one\n¶ listItem\ntwo\nthree",
    ],
  ])("%s", (_what, text, changes, expected) => {
    const state = proposedIn(editing(text), ...changes);
    expect(shown(state).replace(/ $/gm, "")).toBe(expected);
    expect(withoutAnnotations(state.doc.toJSON(), "without")).toEqual(text);
  });

  it("a replacement has one id, and typing on goes on with it", () => {
    const state = proposedIn(
      editing(snow),
      ["aigul", replacing("closes", "blocks")],
      ["aigul", typing(" all", "blocks")],
    );
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
    const state = proposedIn(editing(snow), ["aigul", typing(" one two", "Snow")], ["bakyt", typing(" and", "one")]);
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

describe("in a line of its own, such as the headline", () => {
  const headline = (words: string) =>
    EditorState.create({
      schema: lineSchema,
      doc: lineSchema.node("doc", null, [lineSchema.node("paragraph", null, words ? [lineSchema.text(words)] : [])]),
    });
  it.each<[string, string, Change, string, string]>([
    [
      "words are added",
      "Snow closes the pass",
      typing(" again", "Snow"),
      "Snow+ again+ closes the pass",
      "Snow again closes the pass",
    ],
    ["the first words are added", "", (tr) => tr.insertText("Snow", 1), "+Snow+", "Snow"],
    [
      "words are replaced",
      "Snow closes the pass",
      replacing("closes", "blocks"),
      "Snow -closes-+blocks+ the pass",
      "Snow blocks the pass",
    ],
    ["all of it goes", "Snow", (tr) => tr.delete(1, 5), "-Snow-", ""],
  ])("%s", (_what, before, made, now, after) => {
    const start = headline(before);
    const state = change(start, "aigul", made);
    expect(shown(state)).toBe(now);
    expect(state.apply(accepted(state, "all")).doc.textContent).toBe(after);
    expect(state.apply(rejected(state, "all")).doc.eq(start.doc)).toBe(true);
  });
});

describe("a decision", () => {
  const bold = body(p("Snow ", b("closes"), " the pass."));
  it("on one leaves the others open", () => {
    const state = proposedIn(editing(bold), ["aigul", typing(" again", "Snow")], ["bakyt", taking("the ")]);
    const [first = "", second = ""] = idsIn(state);
    const one = state.apply(accepted(state, first));
    expect(idsIn(one)).toEqual([second]);
    expect(one.apply(rejected(one, second)).doc.textContent).toBe("Snow again closes the pass.");
  });

  it("to reject gives back what words bore", () => {
    const state = proposedIn(editing(bold), [
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
    const state = proposedIn(editing(text), [
      "aigul",
      (tr, before) => tr.setBlockType(1, 1, getNodeType("paragraph", before.schema)),
    ]);
    expect(withoutAnnotations(state.apply(rejected(state, "all")).doc.toJSON(), "with")).toEqual(text);
  });

  it("keeps the cursor in its words", () => {
    let state = proposedIn(editing(snow), ["aigul", typing(" again", "Snow")]);
    state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, at(state, "wait"))));
    const next = state.apply(rejected(state, "all"));
    expect(next.selection.from).toBe(at(next, "wait"));
  });
});
