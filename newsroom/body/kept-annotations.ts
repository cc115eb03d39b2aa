import { comment } from "./marks/comment.ts";
import { deletion, insertion } from "./marks/suggestions.ts";
import type { BodyNode } from "./node.ts";
import { wordDifference } from "./word-difference.ts";

type Marks = NonNullable<BodyNode["marks"]>;

const none: Marks = [];

/**
 * Running text with the comments of what stood in its place: on each word that stays, however it is set. A comment of which no word is
 * left is gone, also where a space or a sign between its words stays. Pure.
 */
export const withCommentsOf = (before: readonly BodyNode[], after: readonly BodyNode[]): BodyNode[] =>
  withMarksOf(before, after, [comment.name], []);

/**
 * The same, with what is proposed as well: words that were to go are still to go where they stay, and new words stand behind what they
 * stood behind, or where that was.
 */
export function withAnnotationsOf(before: readonly BodyNode[], after: readonly BodyNode[]): BodyNode[] {
  const text: BodyNode[] = [];
  const proposed: Proposed[] = [];
  let at = 0;
  for (const node of before) {
    if (isProposed(node)) proposed.push({ at, node });
    else {
      text.push(node);
      at += wordsOf(node).length;
    }
  }
  return withMarksOf(text, after, [comment.name, deletion.name], proposed);
}

/** Words that are only proposed, and how much of the text stands before them. */
interface Proposed {
  at: number;
  node: BodyNode;
}

const isProposed = ({ marks = none, attrs = {} }: BodyNode): boolean =>
  typeof attrs.inserted === "string" || marks.some(({ type }) => type === insertion.name);

function withMarksOf(
  before: readonly BodyNode[],
  after: readonly BodyNode[],
  names: readonly string[],
  proposed: readonly Proposed[],
): BodyNode[] {
  const said = before.flatMap((node) => Array.from({ length: wordsOf(node).length }, () => marksOn(node, names)));
  if (proposed.length === 0 && said.every((marks) => marks.length === 0)) return [...after];
  const [was, is] = [textOf(before), textOf(after)];
  const kept: Marks[] = [];
  /** Where in the new text each sign of the old one ends, or would. */
  const ends = [0];
  for (const { kind, text } of wordDifference(was, is)) {
    for (let unit = 0; unit < text.length; unit++) {
      if (kind !== "gone") kept.push(kind === "same" ? (said[ends.length - 1] ?? none) : none);
      if (kind !== "new") ends.push(kept.length);
    }
  }
  const left = idsOnWords(is, kept);
  const gone = new Set([...idsOnWords(was, said)].filter((id) => !left.has(id)));
  return withProposed(
    after,
    proposed.map(({ at, node }) => ({ at: ends[at] ?? kept.length, node })),
  ).flatMap(({ node, at, isNew }) =>
    isNew || node.text === undefined ? [node] : piecesOf(node, kept.slice(at, at + wordsOf(node).length), gone),
  );
}

interface Piece extends Proposed {
  isNew: boolean;
}

/** A text in pieces with new ones between them, each with its place in the text without these. */
function withProposed(nodes: readonly BodyNode[], proposed: readonly Proposed[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let next = 0;
  const putIn = (upTo: number) => {
    for (let one = proposed[next]; one && one.at <= upTo; one = proposed[++next]) pieces.push({ ...one, isNew: true });
  };
  for (const node of nodes) {
    const end = at + wordsOf(node).length;
    while (at < end) {
      putIn(at);
      const to = Math.min(end, proposed[next]?.at ?? end);
      const text = node.text?.slice(node.text.length - (end - at), node.text.length - (end - to));
      pieces.push({ at, node: text === undefined ? node : { ...node, text }, isNew: false });
      at = to;
    }
  }
  putIn(Number.POSITIVE_INFINITY);
  return pieces;
}

/** What is no text stands for one sign. */
const wordsOf = ({ text = "\ufffc" }: BodyNode): string => text;
const textOf = (nodes: readonly BodyNode[]): string => nodes.map(wordsOf).join("");

const marksOn = ({ marks = none }: BodyNode, names: readonly string[]): Marks =>
  marks.filter(({ type }) => names.includes(type));
const idOf = ({ attrs }: Marks[number]): string => String(attrs?.id);

const isOfWord = (sign: string): boolean => /[\p{L}\p{M}\p{N}\p{Cs}]/u.test(sign);

function idsOnWords(text: string, said: readonly Marks[]): Set<string> {
  const ids = new Set<string>();
  said.forEach((marks, at) => {
    if (marks.length > 0 && isOfWord(text.charAt(at))) for (const mark of marks) ids.add(idOf(mark));
  });
  return ids;
}

/** A text in as many pieces as what stands on it makes of it. */
function piecesOf(node: BodyNode, said: readonly Marks[], gone: ReadonlySet<string>): BodyNode[] {
  const { text = "", marks = none } = node;
  const pieces: { from: number; ids: string; comments: Marks }[] = [];
  said.forEach((all, at) => {
    const comments = all.length === 0 ? all : all.filter((mark) => !gone.has(idOf(mark)));
    const ids = comments.map(idOf).join(" ");
    if (pieces.at(-1)?.ids !== ids) pieces.push({ from: at, ids, comments });
  });
  return pieces.map(({ from, comments }, at) => {
    const words = text.slice(from, pieces[at + 1]?.from);
    return comments.length > 0 ? { ...node, text: words, marks: [...marks, ...comments] } : { ...node, text: words };
  });
}
