import { bodyDifference, type Compared } from "../../body/difference.ts";
import type { BodyNode } from "../../body/node.ts";
import { wordsIn, wordsOfAttrs } from "../../body/text.ts";
import { type Stretch, wordDifference } from "../../body/word-difference.ts";
import { lineNames, type StoryText } from "../document/story-text.ts";

type LineName = (typeof lineNames)[number];

/** What belongs to a story beside its text, in words. */
export interface StoryColumnsInWords {
  section: string | null;
  tags: readonly string[];
  byline: readonly string[];
  dateline: string | null;
  /** What it says of its lead image. */
  leadImage: string | null;
  slug: string;
  language: string;
}

export interface StoryDifference {
  /** Lines with any words, changed or not. */
  lines: { name: LineName; stretches: Stretch[] }[];
  body: Compared[];
  /** Changed columns only. */
  columns: { name: keyof StoryColumnsInWords; before: string; after: string }[];
  /** Words that came and went, in lines and body. */
  words: { added: number; removed: number };
  isSameText: boolean;
}

interface State {
  text: StoryText;
  columns?: StoryColumnsInWords;
}

/** What changed in a story from one state to another. */
export function storyDifference(before: State, after: State): StoryDifference {
  const lines = lineNames
    .map((name) => ({ name, stretches: wordDifference(before.text[name], after.text[name]) }))
    .filter(({ stretches }) => stretches.length > 0);
  const body = bodyDifference(before.text.body, after.text.body);
  return {
    lines,
    body,
    columns: before.columns && after.columns ? columnDifference(before.columns, after.columns) : [],
    words: { added: changedWords("new", lines, body), removed: changedWords("gone", lines, body) },
    isSameText:
      lines.every(({ stretches }) => stretches.every(({ kind }) => kind === "same")) &&
      body.every(({ kind }) => kind === "same"),
  };
}

function changedWords(kind: "new" | "gone", lines: StoryDifference["lines"], body: Compared[]): number {
  const inLines = lines.flatMap(({ stretches }) => stretches.filter((stretch) => stretch.kind === kind));
  return inLines.reduce((words, { text }) => words + wordsIn(text), wordsInBlocks(kind, body));
}

const wordsInBlocks = (kind: "new" | "gone", blocks: Compared[]): number =>
  blocks.reduce((words, one) => {
    if (one.kind !== "changed") return words + (one.kind === kind ? wordsInNodes([one.node]) : 0);
    const inHead = wordsInHead(kind, one);
    if ("blocks" in one) return words + inHead + wordsInBlocks(kind, one.blocks);
    return one.runs.reduce((all, run) => all + (run.kind === kind ? wordsInNodes(run.content) : 0), words + inHead);
  }, 0);

/** A block that stays may say something else beside its text: a table has another caption. */
function wordsInHead(kind: "new" | "gone", { head, was }: Extract<Compared, { kind: "changed" }>): number {
  if (!was) return 0;
  const [before, after] = [was, head].map(({ type, attrs }) => wordsOfAttrs(type, attrs));
  return wordDifference(before ?? "", after ?? "")
    .filter((stretch) => stretch.kind === kind)
    .reduce((words, { text }) => words + wordsIn(text), 0);
}

const wordsInNodes = (nodes: BodyNode[]): number =>
  nodes.reduce(
    (words, { type, attrs, text = "", content = [] }) =>
      words + wordsIn(text) + wordsIn(wordsOfAttrs(type, attrs)) + wordsInNodes(content),
    0,
  );

const columnNames = ["section", "tags", "byline", "dateline", "leadImage", "slug", "language"] as const;

const columnDifference = (before: StoryColumnsInWords, after: StoryColumnsInWords) =>
  columnNames
    .map((name) => ({ name, before: inWords(before[name]), after: inWords(after[name]) }))
    .filter((column) => column.before !== column.after);

const inWords = (value: string | readonly string[] | null): string =>
  typeof value === "string" ? value : (value?.join(", ") ?? "");
