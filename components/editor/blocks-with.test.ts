import type { Node } from "@tiptap/pm/model";
import { expect, it } from "vitest";
import { documentSchema as schema } from "#newsroom/body/annotations";
import { inBlocksWith } from "./blocks-with.ts";

const isBold = (node: Node) => node.marks.some(({ type }) => type.name === "bold");
const words = (text: string, ...marks: string[]) =>
  schema.text(
    text,
    marks.map((name) => schema.mark(name)),
  );
const line = (...content: Node[]) => schema.node("paragraph", null, content);

it("finds what all descendants would, at their places, and looks into an unchanged block once", () => {
  let looks = 0;
  const inBold = inBlocksWith((node) => {
    looks++;
    return isBold(node);
  });
  const plain = line(words("Plain"));
  const list = schema.node("bulletList", null, [
    schema.node("listItem", null, [line(words("one"))]),
    schema.node("listItem", null, [line(words("two "), words("three", "bold"))]),
  ]);
  const doc = schema.node("doc", null, [plain, list, line(words("four", "bold"))]);
  const all: [string, number][] = [];
  doc.descendants((node, at) => {
    if (isBold(node)) all.push([node.text ?? "", at]);
  });
  const found: [string, number][] = [];
  inBold(doc, (node, at) => {
    if (isBold(node)) found.push([node.text ?? "", at]);
  });
  expect(all).toHaveLength(2);
  expect(found).toEqual(all);
  const before = looks;
  inBold(schema.node("doc", null, [line(words("new")), plain, list]), () => {});
  expect(looks - before).toBe(2);
});
