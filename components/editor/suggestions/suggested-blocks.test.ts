import { wrapIn } from "@tiptap/pm/commands";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "@tiptap/pm/schema-list";
import type { Command } from "@tiptap/pm/state";
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow } from "@tiptap/pm/tables";
import { describe, expect, it } from "vitest";
import type { Body } from "#newsroom/body/body";
import { openSuggestions } from "#newsroom/body/open-suggestions";
import { body, p, table, ul } from "#newsroom/body/testing";
import { unwrap } from "../blocks/unwrap.ts";
import { spotsOf } from "../comments/comment-spots.ts";
import { accepted, rejected } from "./decisions.ts";
import { editing } from "./testing.ts";
import { at, type Change, change, shown } from "./testing-changes.ts";
import { carrying, doing, joining, list, moving, selecting } from "./testing-commands.ts";

const lines = body(p("Snow closes the pass."), p("Lorries wait."));

const commented = (state: Parameters<Change>[1]): string =>
  [...spotsOf(state.doc).values()]
    .flat()
    .map(({ from, to }) => state.doc.textBetween(from, to))
    .join(" | ");

const takeQuoteAway: Command = ({ tr }, dispatch) => {
  unwrap(tr, 1);
  dispatch?.(tr);
  return true;
};

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
    doing(() => takeQuoteAway, "so"),
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

  it.each([
    ["is moved", moving("Lorries", "up")],
    ["is dragged", carrying(1, "Snow")],
  ])("keeps the comments of a line that %s", (_what, made) => {
    const bare = editing(lines);
    const from = at(bare, "wait");
    const start = bare.apply(bare.tr.addMark(from, from + 4, bare.schema.mark("comment", { id: "thread" })));
    const state = change(start, "aigul", made);
    expect(commented(state.apply(accepted(state, "all")))).toBe("wait");
    expect(commented(state.apply(rejected(state, "all")))).toBe("wait");
  });
});
