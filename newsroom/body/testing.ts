import type { Block, Body, Inline, ListItem, Mark, TextNode } from "./body.ts";

type Text = string | TextNode;
type Item = string | Text[] | Block[];

const inlineOf = (text: Text): Inline => (typeof text === "string" ? { type: "text", text } : text);
const marked = (text: Text, mark: Mark): TextNode =>
  typeof text === "string" ? { type: "text", text, marks: [mark] } : { ...text, marks: [...(text.marks ?? []), mark] };

const isBlocks = (item: Text[] | Block[]): item is Block[] => {
  const [first] = item;
  return typeof first === "object" && first.type !== "text";
};
const itemOf = (item: Item): ListItem => ({
  type: "listItem",
  content: typeof item === "string" ? [p(item)] : isBlocks(item) ? item : [p(...item)],
});

export const body = (...blocks: Block[]): Body => ({ type: "doc", content: blocks });
export const p = (...text: Text[]): Block => ({ type: "paragraph", content: text.map(inlineOf) });
export const crosshead = (text: string, level: 2 | 3 = 2): Block => ({
  type: "crosshead",
  attrs: { level },
  content: [{ type: "text", text }],
});
export const ul = (...items: Item[]): Block => ({ type: "bulletList", content: items.map(itemOf) });
export const ol = (...items: Item[]): Block => ({
  type: "orderedList",
  attrs: { start: 1 },
  content: items.map(itemOf),
});
export const quote = (...paragraphs: (string | Block)[]): Block => ({
  type: "blockquote",
  content: paragraphs.map((text) => (typeof text === "string" ? p(text) : text)),
});
export const rule = (): Block => ({ type: "horizontalRule" });
export const b = (text: Text): TextNode => marked(text, { type: "bold" });
export const i = (text: Text): TextNode => marked(text, { type: "italic" });
export const a = (text: Text, href: string): TextNode => marked(text, { type: "link", attrs: { href } });
