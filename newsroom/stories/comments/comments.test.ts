import { expect, it } from "vitest";
import { mentionsIn, piecesOf, withMentions } from "./comments.ts";

const ann = { id: "019a0000-0000-7000-8000-000000000001", name: "Ann" };
const anna = { id: "019a0000-0000-7000-8000-000000000002", name: "Anna Lee" };
const people = [ann, anna];

it.each([
  ["a name", "Ask @Ann.", `Ask @{${ann.id}}.`],
  ["the longer of two names", "@Anna Lee, @Ann?", `@{${anna.id}}, @{${ann.id}}?`],
  ["no part of a longer word", "@Annabel and mail@example.org", "@Annabel and mail@example.org"],
  ["nobody", "no names", "no names"],
])("turns typed names into ids: %s", (_name, typed, stored) => {
  expect(withMentions(typed, people)).toBe(stored);
});

it("knows whom a comment mentions, each once, and shows them by name", () => {
  const text = `@{${anna.id}} and @{${ann.id.toUpperCase()}} and @{${anna.id}}`;
  expect(mentionsIn(text)).toEqual([anna.id, ann.id]);
  expect(piecesOf(text, people)).toEqual([anna, " and ", ann, " and ", anna]);
  expect(piecesOf(text, [])[0]).toEqual({ id: anna.id, name: "somebody" });
  expect(piecesOf("@{no id}", people)).toEqual(["@{no id}"]);
});
