import { expect, it } from "vitest";
import { withoutAnnotations } from "./annotations.ts";

const text = (words: string, ...marks: object[]) => ({ type: "text", text: words, ...(marks.length > 0 && { marks }) });
const bold = { type: "bold" };
const about = (id: string) => ({ type: "comment", attrs: { id } });
const proposed = (type: "insertion" | "deletion") => ({
  type,
  attrs: { id: "s1", by: "p1", at: "2026-11-25T04:00:00Z" },
});
const paragraph = (...content: object[]) => ({ type: "doc", content: [{ type: "paragraph", content }] });

it("leaves comments out and joins what they kept apart", () => {
  const commented = paragraph(
    text("Snow "),
    text("closes", about("a"), about("b")),
    text(" the "),
    text("pass", bold, about("a")),
  );
  expect(withoutAnnotations(commented, "without")).toEqual(paragraph(text("Snow closes the "), text("pass", bold)));
});

const edited = paragraph(
  text("Snow "),
  text("closes", proposed("deletion")),
  text("blocks", proposed("insertion")),
  text(" the pass."),
);

it("reads a text without what is proposed, and with it", () => {
  expect(withoutAnnotations(edited, "without")).toEqual(paragraph(text("Snow closes the pass.")));
  expect(withoutAnnotations(edited, "with")).toEqual(paragraph(text("Snow blocks the pass.")));
});

it("reads words that one proposed and another would take out again as no words", () => {
  const both = paragraph(text("Snow"), text("!", proposed("insertion"), proposed("deletion")));
  expect(withoutAnnotations(both, "without")).toEqual(paragraph(text("Snow")));
  expect(withoutAnnotations(both, "with")).toEqual(paragraph(text("Snow")));
});

it("lets pass what is broken, for the schema to refuse", () => {
  for (const broken of [null, "x", { type: "doc" }, { type: "doc", content: [null, { type: 7, marks: "x" }] }])
    expect(withoutAnnotations(broken, "without")).toEqual(broken);
});
