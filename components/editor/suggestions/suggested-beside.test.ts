import { describe, expect, it } from "vitest";
import { body, p } from "#newsroom/body/testing";
import { rejected } from "./decisions.ts";
import { editing } from "./testing.ts";
import {
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
import { backspace, dragging, joining, marking, pasting, selecting } from "./testing-commands.ts";

const line = body(p("Snow closes the pass."));

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
