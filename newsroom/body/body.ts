/** The body of a story as ProseMirror JSON: what the editor can make and every output can show. */
export interface Body {
  type: "doc";
  content: Block[];
}

export type Block = Paragraph | Crosshead | BulletList | OrderedList | Blockquote | HorizontalRule;

interface Paragraph {
  type: "paragraph";
  content?: Inline[];
}

/** A heading inside the body; level 2 under the headline, level 3 under a level 2. */
export interface Crosshead {
  type: "crosshead";
  attrs: { level: 2 | 3 };
  content?: Inline[];
}

export interface BulletList {
  type: "bulletList";
  content: ListItem[];
}

export interface OrderedList {
  type: "orderedList";
  attrs?: { start: number };
  content: ListItem[];
}

export interface ListItem {
  type: "listItem";
  content: Block[];
}

interface Blockquote {
  type: "blockquote";
  content: Block[];
}

interface HorizontalRule {
  type: "horizontalRule";
}

export type Inline = TextNode | { type: "hardBreak"; marks?: Mark[] };

export interface TextNode {
  type: "text";
  text: string;
  marks?: Mark[];
}

export type Mark = { type: "bold" } | { type: "italic" } | { type: "link"; attrs: { href: string } };

export const emptyBody: Body = { type: "doc", content: [{ type: "paragraph" }] };
