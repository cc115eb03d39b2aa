import type {
  Attribution,
  Block,
  Blockquote,
  Body,
  BulletList,
  Crosshead,
  Embed,
  FactBox,
  HorizontalRule,
  Inline,
  ListItem,
  Mark,
  Money,
  OrderedList,
  Paragraph,
  Picture,
  Piece,
  PlainBlock,
  PullQuote,
  RateBox,
  Table,
  TableCell,
  TextNode,
} from "./body.ts";

type Text = string | TextNode | Money;
type Item = string | Text[] | PlainBlock[];

const inlineOf = (text: Text): Inline => (typeof text === "string" ? { type: "text", text } : text);
const marked = (text: string | TextNode, mark: Mark): TextNode =>
  typeof text === "string" ? { type: "text", text, marks: [mark] } : { ...text, marks: [...(text.marks ?? []), mark] };

const isBlocks = (item: Text[] | PlainBlock[]): item is PlainBlock[] => {
  const [first] = item;
  return typeof first === "object" && first.type !== "text" && first.type !== "money";
};
const itemOf = (item: Item): ListItem => ({
  type: "listItem",
  content: typeof item === "string" ? [p(item)] : isBlocks(item) ? item : [p(...item)],
});
const paragraphOf = <Other>(text: string | Other): Paragraph | Other => (typeof text === "string" ? p(text) : text);

export const body = (...blocks: Block[]): Body => ({ type: "doc", content: blocks });
export const p = (...text: Text[]): Paragraph => ({ type: "paragraph", content: text.map(inlineOf) });
export const crosshead = (text: string, level: 2 | 3 = 2): Crosshead => ({
  type: "crosshead",
  attrs: { level },
  content: [{ type: "text", text }],
});
export const ul = (...items: Item[]): BulletList => ({ type: "bulletList", content: items.map(itemOf) });
export const ol = (...items: Item[]): OrderedList => ({
  type: "orderedList",
  attrs: { start: 1 },
  content: items.map(itemOf),
});
export const quote = (...content: (string | PlainBlock | Attribution)[]): Blockquote => ({
  type: "blockquote",
  content: content.map(paragraphOf<PlainBlock | Attribution>),
});
export const pullQuote = (...content: (string | Paragraph | Attribution)[]): PullQuote => ({
  type: "pullQuote",
  content: content.map(paragraphOf<Paragraph | Attribution>),
});
export const attribution = (...text: Text[]): Attribution => ({ type: "attribution", content: text.map(inlineOf) });
export const factBox = (title: string, ...content: (string | PlainBlock | Piece)[]): FactBox => ({
  type: "factBox",
  content: [
    { type: "factBoxTitle", content: [{ type: "text", text: title }] },
    ...content.map(paragraphOf<PlainBlock | Piece>),
  ],
});

const cellOf =
  (type: TableCell["type"]) =>
  (text: string): TableCell => ({ type, attrs: { colspan: 1, rowspan: 1 }, content: [p(text)] });

/** The first row is its header. */
export const table = (caption: string, header: string[], ...rows: string[][]): Table => ({
  type: "table",
  attrs: { caption },
  content: [
    { type: "tableRow", content: header.map(cellOf("tableHeader")) },
    ...rows.map((row) => ({ type: "tableRow" as const, content: row.map(cellOf("tableCell")) })),
  ],
});
export const embed = (url: string, title: string): Embed => ({ type: "embed", attrs: { url, title } });
export const picture = (attrs: Partial<Picture["attrs"]> = {}): Picture => ({
  type: "picture",
  attrs: {
    pictureId: "019a0000-0000-7000-8000-00000000000a",
    width: 1_600,
    height: 1_000,
    altText: "Lorries in snow",
    caption: "The pass on Monday.",
    credit: "Aida Bekova",
    ...attrs,
  },
});
export const rateBox = (
  currency: RateBox["attrs"]["currency"],
  mode: RateBox["attrs"]["mode"] = "frozen",
): RateBox => ({
  type: "rateBox",
  attrs: { currency, mode },
});
export const rule = (): HorizontalRule => ({ type: "horizontalRule" });
export const b = (text: string | TextNode): TextNode => marked(text, { type: "bold" });
export const i = (text: string | TextNode): TextNode => marked(text, { type: "italic" });
export const a = (text: string | TextNode, href: string): TextNode => marked(text, { type: "link", attrs: { href } });
export const money = (amount: string, currency: Money["attrs"]["currency"]): Money => ({
  type: "money",
  attrs: { amount, currency },
});
