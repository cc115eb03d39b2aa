import { expect, it } from "vitest";
import { nameBefore, peopleLike, withName } from "./mention-typing.ts";

it.each([
  ["at the start", "@na", { at: 0, query: "na" }],
  ["after a space", "Ask @", { at: 4, query: "" }],
  ["in brackets", "(@na", { at: 1, query: "na" }],
  ["with two words", "Ask @Nargiz Ai", { at: 4, query: "Nargiz Ai" }],
  ["in an address", "mail@na", null],
  ["over a line", "@na\nand", null],
  ["over a sentence, which is none", "@one two three four", null],
])("a name is typed %s", (_name, text, found) => {
  expect(nameBefore(text, text.length)).toEqual(found);
});

const people = ["Aigul Bekova", "Nargiz Aitova", "Ñusta Ana"].map((name, at) => ({ id: String(at), name }));

it.each([
  ["nar", ["Nargiz Aitova"]],
  ["ai", ["Aigul Bekova", "Nargiz Aitova"]],
  ["nusta", ["Ñusta Ana"]],
  ["bek", ["Aigul Bekova"]],
  ["x", []],
])("people like %s", (query, names) => {
  expect(peopleLike(people, query).map(({ name }) => name)).toEqual(names);
});

it("puts the whole name in the place of what was typed, with one space behind it", () => {
  expect(withName("Ask @na now", { at: 4, query: "na" }, "Nargiz")).toEqual({ text: "Ask @Nargiz now", cursor: 12 });
  expect(withName("Ask @na", { at: 4, query: "na" }, "Nargiz")).toEqual({ text: "Ask @Nargiz ", cursor: 12 });
});
