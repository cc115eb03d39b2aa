import type { z } from "zod";
import type { CrossheadAttrs } from "./nodes/crosshead.ts";
import type { EmbedAttrs } from "./nodes/embed.ts";
import type { OrderedListAttrs } from "./nodes/lists.ts";
import type { MoneyAttrs } from "./nodes/money.ts";
import type { PictureAttrs } from "./nodes/picture.ts";
import type { RateBoxAttrs } from "./nodes/rate-box.ts";
import type { CellAttrs, TableAttrs } from "./nodes/table.ts";

/** The body of a story as ProseMirror JSON: what the editor can make and every output can show. */
export interface Body {
  type: "doc";
  content: Block[];
}

/** What may stand in another block. */
export type PlainBlock = Paragraph | Crosshead | BulletList | OrderedList | Blockquote | HorizontalRule;

/** Stands in the story or in a fact box. */
export type Piece = PullQuote | Table | Embed | Picture | RateBox;

export type Block = PlainBlock | Piece | FactBox;

export interface Paragraph {
  type: "paragraph";
  content?: Inline[];
}

/** A heading inside the body; level 2 under the headline, level 3 under a level 2. */
export interface Crosshead {
  type: "crosshead";
  attrs: z.output<typeof CrossheadAttrs>;
  content?: Inline[];
}

export interface BulletList {
  type: "bulletList";
  content: ListItem[];
}

export interface OrderedList {
  type: "orderedList";
  attrs?: z.output<typeof OrderedListAttrs>;
  content: ListItem[];
}

export interface ListItem {
  type: "listItem";
  content: PlainBlock[];
}

export interface Blockquote {
  type: "blockquote";
  content: (PlainBlock | Attribution)[];
}

export interface PullQuote {
  type: "pullQuote";
  content: (Paragraph | Attribution)[];
}

/** Who said it; anywhere among the children of a quote, shown last. */
export interface Attribution {
  type: "attribution";
  content?: Inline[];
}

export interface FactBox {
  type: "factBox";
  content: (FactBoxTitle | PlainBlock | Piece)[];
}

/** First in its box, if it is there at all. */
export interface FactBoxTitle {
  type: "factBoxTitle";
  content?: Inline[];
}

export interface Table {
  type: "table";
  attrs?: z.output<typeof TableAttrs>;
  content: TableRow[];
}

export interface TableRow {
  type: "tableRow";
  content?: TableCell[];
}

export interface TableCell {
  type: "tableHeader" | "tableCell";
  attrs?: z.output<typeof CellAttrs>;
  content: (Paragraph | BulletList | OrderedList)[];
}

export interface Embed {
  type: "embed";
  attrs: z.output<typeof EmbedAttrs>;
}

export interface Picture {
  type: "picture";
  attrs: z.output<typeof PictureAttrs>;
}

export interface RateBox {
  type: "rateBox";
  attrs: z.output<typeof RateBoxAttrs>;
}

export interface HorizontalRule {
  type: "horizontalRule";
}

export type Inline = TextNode | { type: "hardBreak"; marks?: Mark[] } | Money;

export interface TextNode {
  type: "text";
  text: string;
  marks?: Mark[];
}

/** An amount with its currency. */
export interface Money {
  type: "money";
  attrs: z.output<typeof MoneyAttrs>;
  marks?: Mark[];
}

export type Mark = { type: "bold" } | { type: "italic" } | { type: "link"; attrs: { href: string } };

export type BodyNode = Block | ListItem | Attribution | FactBoxTitle | TableRow | TableCell | Inline;

export const emptyBody: Body = { type: "doc", content: [{ type: "paragraph" }] };
