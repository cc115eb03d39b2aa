import type { Mark } from "../body.ts";

/**
 * What a passage stands in, from outside in. The same object means the same list, item, table, row or cell.
 * A table for layout only puts things beside each other: what is in it reads as if the table were not there.
 */
export type Container =
  | { is: "quote" }
  | List
  | { is: "item" }
  | { is: "table"; isLayout: boolean }
  | { is: "row" }
  | { is: "cell"; isHeader: boolean; columns: number; rows: number };

export interface List {
  is: "list";
  ordered: boolean;
  start: number;
}

export type PastedInline = { text: string; marks: readonly Mark[] } | "break";

/**
 * One paragraph of pasted text with the way to it. A flat row of these holds any source: whatever its nesting,
 * no passage is lost, and none needs recursion.
 */
export interface Passage {
  kind: "paragraph" | "crosshead" | "attribution" | "rule";
  level: 2 | 3;
  inline: PastedInline[];
  within: readonly Container[];
}

/** What pasting yields: JSON of our own nodes, or of tables where the schema has them. */
export interface PastedNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: PastedNode[];
  text?: string;
  marks?: Mark[];
}

/** What may stand at a place: any block, only lists and paragraphs as in a cell, or paragraphs alone. */
export type Room = "blocks" | "lists" | "paragraphs";

/** What a clipboard had and the text gets not, or not as it was: how much of each. */
export interface LeftOut {
  pictures: number;
  /** What a word processor keeps of words that somebody deleted. */
  deletions: number;
  /** Words that are struck out; they come along between signs. */
  struck: number;
  /** Words that are proposed in the place of others. */
  proposals: number;
}

export const nothingLeftOut: LeftOut = { pictures: 0, deletions: 0, struck: 0, proposals: 0 };
