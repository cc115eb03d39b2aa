import { getNodeType } from "@tiptap/core";
import { deleteSelection, lift, wrapIn } from "@tiptap/pm/commands";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "@tiptap/pm/schema-list";
import { type Command, TextSelection } from "@tiptap/pm/state";
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow } from "@tiptap/pm/tables";
import { describe, expect, it } from "vitest";
import type { Body } from "#newsroom/body/body";
import { openSuggestions } from "#newsroom/body/open-suggestions";
import { body, p, table, ul } from "#newsroom/body/testing";
import { carryBlocks } from "../blocks/drop-place.ts";
import { moveBlock } from "../blocks/move-block.ts";
import { accepted, rejected } from "./decisions.ts";
import { editing } from "./testing.ts";
import {
  at,
  type By,
  type Change,
  change,
  proposedIn,
  replacing,
  shown,
  splitting,
  taking,
  typing,
} from "./testing-changes.ts";

const line = body(p("Snow closes the pass."));
const lines = body(p("Snow closes the pass."), p("Lorries wait."));

/** What a command does with the cursor behind these words, or with a range of words selected. */
const doing =
  (command: (state: Parameters<Change>[1]) => Command, words: string, to = words): Change =>
  (tr, state) => {
    const from = to === words ? at(state, words) + words.length : at(state, words);
    const end = to === words ? from : at(state, to) + to.length;
    const chosen = state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, end)));
    let made = tr;
    command(state)(chosen, (done) => {
      made = done;
    });
    return made;
  };
const backspace =
  (behind: string): Change =>
  (tr, state) => {
    const end = at(state, behind) + behind.length;
    return tr.delete(end - 1, end);
  };
const joining =
  (words: string): Change =>
  (tr, state) =>
    tr.join(at(state, words) - 1);
const selecting = (words: string, to: string): Change => doing(() => deleteSelection, words, to);
const marking =
  (words: string, mark: "bold" | "link", attrs = {}): Change =>
  (tr, state) =>
    tr.addMark(at(state, words), at(state, words) + words.length, state.schema.mark(mark, attrs));
const pasting =
  (pasted: Body, behind: string): Change =>
  (tr, state) => {
    const pos = at(state, behind) + behind.length;
    return tr.replaceRange(pos, pos, state.schema.nodeFromJSON(pasted).slice(0));
  };
const dragging =
  (words: string, behind: string): Change =>
  (tr, state) => {
    const from = at(state, words);
    const dragged = state.doc.slice(from, from + words.length);
    tr.delete(from, from + words.length);
    const pos = tr.mapping.map(at(state, behind) + behind.length);
    return tr.replaceRange(pos, pos, dragged);
  };
const moving =
  (words: string, direction: "up" | "down"): Change =>
  (tr, state) => {
    moveBlock(tr.setSelection(TextSelection.create(state.doc, at(state, words))), direction);
    return tr;
  };
const carrying =
  (index: number, to: string): Change =>
  (tr, state) =>
    carryBlocks(tr, { from: index, count: 1 }, at(state, to) - 1);
const list = (state: Parameters<Change>[1], name: string) => getNodeType(name, state.schema);

type Case = [what: string, first: [By, Change][], change: [By, Change], now: string];

const beside: Case[] = [
  [
    "types at the end of one's own new words",
    [["aigul", typing(" today", "Snow")]],
    ["aigul", typing(" too", "today")],
    "Snow+ today too+ closes the pass.",
  ],
  [
    "types at the end of another's new words",
    [["aigul", typing(" today", "Snow")]],
    ["bakyt", typing(" too", "today")],
    "Snow+ today++ too+ closes the pass.",
  ],
  [
    "types amid another's words that are to go",
    [["aigul", taking("closes")]],
    ["bakyt", typing("!", "clo")],
    "Snow -clo-+!+-ses- the pass.",
  ],
  [
    "types amid one's own words that are to go",
    [["aigul", taking("closes")]],
    ["aigul", typing("!", "clo")],
    "Snow -clo-+!+-ses- the pass.",
  ],
  [
    "Backspace behind one's own new words",
    [["aigul", typing(" today", "Snow")]],
    ["aigul", backspace("today")],
    "Snow+ toda+ closes the pass.",
  ],
  [
    "Backspace behind another's new words",
    [["aigul", typing(" today", "Snow")]],
    ["bakyt", backspace("today")],
    "Snow+ toda+±y± closes the pass.",
  ],
  [
    "Backspace letter after letter",
    [["aigul", backspace("Snow")]],
    ["aigul", backspace("Sno")],
    "Sn-ow- closes the pass.",
  ],
  [
    "deletes a word that another deletes in part",
    [["aigul", taking("clo")]],
    ["bakyt", selecting("clo", "ses")],
    "Snow -clo--ses- the pass.",
  ],
  [
    "deletes over one's own and another's new words",
    [
      ["aigul", typing(" today", "Snow")],
      ["bakyt", typing(" here", "closes")],
    ],
    ["aigul", selecting("Snow", "here")],
    "-Snow closes-± here± the pass.",
  ],
  [
    "replaces one's own new words",
    [["aigul", typing(" today", "Snow")]],
    ["aigul", replacing("today", "then")],
    "Snow+ then+ closes the pass.",
  ],
  [
    "replaces another's new words",
    [["aigul", typing(" today", "Snow")]],
    ["bakyt", replacing("today", "then")],
    "Snow+ +±today±+then+ closes the pass.",
  ],
  [
    "Enter amid one's own new words",
    [["aigul", typing(" today and then", "Snow")]],
    ["aigul", splitting("today")],
    "Snow+ today+\n¶ + and then+ closes the pass.",
  ],
  [
    "Enter amid another's new words",
    [["aigul", typing(" today and then", "Snow")]],
    ["bakyt", splitting("today")],
    "Snow+ today+\n¶ + and then+ closes the pass.",
  ],
  [
    "joins what another divided",
    [["aigul", splitting("closes")]],
    ["bakyt", joining(" the")],
    "Snow closes\n¶ ⌫  the pass.",
  ],
  [
    "marks another's new words bold",
    [["aigul", typing(" today", "Snow")]],
    ["bakyt", marking("today", "bold")],
    "Snow+ ++*today*+ closes the pass.",
  ],
  [
    "marks one's own new words bold",
    [["aigul", typing(" today", "Snow")]],
    ["aigul", marking("today", "bold")],
    "Snow+ ++today+ closes the pass.",
  ],
  [
    "puts a link on old words",
    [],
    ["aigul", marking("pass", "link", { href: "https://example.org/" })],
    "Snow closes the *pass*.",
  ],
  ["drags a word elsewhere", [], ["aigul", dragging(" closes", "pass")], "Snow- closes- the pass+ closes+."],
  [
    "drags another's new word elsewhere",
    [["aigul", typing(" today", "Snow")]],
    ["bakyt", dragging(" today", "pass")],
    "Snow± today± closes the pass+ today+.",
  ],
  [
    "pastes words behind another's",
    [["aigul", typing(" today", "Snow")]],
    ["bakyt", pasting(body(p("here")), "today")],
    "Snow+ today+\n[new] +here+\n¶  closes the pass.",
  ],
  [
    "pastes paragraphs",
    [],
    ["aigul", pasting(body(p("One"), p("Two")), "Snow")],
    "Snow\n[new] +One+\n[new] +Two+\n¶  closes the pass.",
  ],
];

describe("beside a proposal", () => {
  it.each(beside)("%s", (_what, first, made, now) => {
    const before = proposedIn(editing(line), ...first);
    const state = change(before, ...made);
    expect(shown(state)).toBe(now);
    expect(state.apply(rejected(state, "all")).doc.eq(editing(line).doc)).toBe(true);
  });
});

const blocks: [string, Body, Change, string][] = [
  ["Backspace at the start of a line", lines, joining("Lorries"), "Snow closes the pass.\n⌫ Lorries wait."],
  [
    "deletes from one line into another",
    lines,
    selecting("pass", "Lorries"),
    "Snow closes the -pass.-\n⌫ -Lorries- wait.",
  ],
  ["deletes all", lines, selecting("Snow", "wait."), "-Snow closes the pass.-\n⌫ -Lorries wait.-"],
  [
    "moves a line up",
    lines,
    moving("Lorries", "up"),
    "[new] +Lorries wait.+\nSnow closes the pass.\n[out] Lorries wait.",
  ],
  [
    "drags a line over others",
    body(p("Snow closes the pass."), p("Lorries wait."), p("Wind.")),
    carrying(2, "Snow"),
    "[new] +Wind.+\nSnow closes the pass.\nLorries wait.\n[out] Wind.",
  ],
  [
    "makes lines a list",
    lines,
    doing((s) => wrapInList(list(s, "bulletList")), "Snow", "wait"),
    "[out] Snow closes the pass.\n[out] Lorries wait.\n[new] bulletList\n+Snow closes the pass.+\n+Lorries wait.+",
  ],
  [
    "makes a line a quote",
    lines,
    doing((s) => wrapIn(list(s, "blockquote")), "wait"),
    "Snow closes the pass.\n[out] Lorries wait.\n[new] blockquote\n+Lorries wait.+",
  ],
  [
    "divides an item",
    body(ul("one two", "three")),
    doing((s) => splitListItem(list(s, "listItem")), "one"),
    "one\n¶ listItem\ntwo\nthree",
  ],
  [
    "joins an item to the one before",
    body(ul("one", "two")),
    (tr, state) => tr.join(at(state, "two") - 2, 2),
    "one\n⌫ listItem\ntwo",
  ],
  [
    "indents an item",
    body(ul("one", "two", "three")),
    doing((s) => sinkListItem(list(s, "listItem")), "two"),
    "[out] listItem\none\n[out] listItem\ntwo\n[new] listItem\n+one+\n+two+\nthree",
  ],
  [
    "outdents an item",
    body(ul("one", [p("two"), ul("three")])),
    doing((s) => liftListItem(list(s, "listItem")), "three"),
    "one\n[out] listItem\ntwo\nthree\n[new] listItem\n+two+\n[new] listItem\n+three+",
  ],
  [
    "takes an item out of its list",
    body(ul("one", "two")),
    doing((s) => liftListItem(list(s, "listItem")), "two"),
    "[out] bulletList\none\ntwo\n[new] bulletList\n+one+\n[new] +two+",
  ],
  [
    "takes away a quote",
    body({ type: "blockquote", content: [p("Said so")] }),
    doing(() => lift, "so"),
    "[out] blockquote\nSaid so\n[new] +Said so+",
  ],
  [
    "adds a row",
    body(table("", ["a", "b"], ["c", "d"])),
    doing(() => addRowAfter, "d"),
    "a\nb\nc\nd\n[new] tableRow\n\n",
  ],
  [
    "adds a column",
    body(table("", ["a", "b"], ["c", "d"])),
    doing(() => addColumnAfter, "d"),
    "a\nb\n[new] tableHeader\n\nc\nd\n[new] tableCell\n",
  ],
  [
    "takes out a row",
    body(table("", ["a", "b"], ["c", "d"])),
    doing(() => deleteRow, "d"),
    "a\nb\n[out] tableRow\nc\nd",
  ],
  [
    "takes out a column",
    body(table("", ["a", "b"], ["c", "d"])),
    doing(() => deleteColumn, "d"),
    "a\n[out] tableHeader\nb\nc\n[out] tableCell\nd",
  ],
];

describe("a change of blocks", () => {
  it.each(blocks)("%s", (_what, text, made, now) => {
    const start = editing(text);
    const state = change(start, "aigul", made);
    expect(shown(state)).toBe(now);
    expect(state.apply(rejected(state, "all")).doc.eq(start.doc)).toBe(true);
    expect(state.apply(accepted(state, "all")).doc.toJSON()).toEqual(made(start.tr, start).doc.toJSON());
  });

  it("is one proposal where a block is dragged", () => {
    const state = change(editing(body(p("Snow."), p("Lorries."), p("Wind."))), "aigul", carrying(2, "Snow"));
    expect(openSuggestions(state.doc.toJSON())).toHaveLength(1);
  });
});
