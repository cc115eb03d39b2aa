import { comment } from "./marks/comment.ts";
import type { BodyNode } from "./node.ts";
import { wordDifference } from "./word-difference.ts";

type Marks = NonNullable<BodyNode["marks"]>;

const none: Marks = [];

/**
 * Running text with the comments of what stood in its place: on each word that stands in both, however it is set. A comment of
 * which no word is left is gone, also where a space or a sign between its words stays. Pure.
 */
export function withCommentsOf(before: readonly BodyNode[], after: readonly BodyNode[]): BodyNode[] {
  const said = before.flatMap((node) => Array.from({ length: wordsOf(node).length }, () => commentsOn(node)));
  if (said.every((marks) => marks.length === 0)) return [...after];
  const [was, is] = [textOf(before), textOf(after)];
  const kept: Marks[] = [];
  let at = 0;
  for (const { kind, text } of wordDifference(was, is)) {
    for (let unit = 0; unit < text.length; unit++)
      if (kind === "new") kept.push(none);
      else if (kind === "same") kept.push(said[at + unit] ?? none);
    if (kind !== "new") at += text.length;
  }
  const left = idsOnWords(is, kept);
  const gone = new Set([...idsOnWords(was, said)].filter((id) => !left.has(id)));
  let from = 0;
  return after.flatMap((node) => {
    const own = kept.slice(from, from + wordsOf(node).length);
    from += own.length;
    return node.text === undefined ? [node] : piecesOf(node, own, gone);
  });
}

/** What is no text stands for one sign. */
const wordsOf = ({ text = "\ufffc" }: BodyNode): string => text;
const textOf = (nodes: readonly BodyNode[]): string => nodes.map(wordsOf).join("");

const commentsOn = ({ marks = none }: BodyNode): Marks => marks.filter(({ type }) => type === comment.name);
const idOf = ({ attrs }: Marks[number]): string => String(attrs?.id);

const isOfWord = (sign: string): boolean => /[\p{L}\p{M}\p{N}\p{Cs}]/u.test(sign);

function idsOnWords(text: string, said: readonly Marks[]): Set<string> {
  const ids = new Set<string>();
  said.forEach((marks, at) => {
    if (marks.length > 0 && isOfWord(text.charAt(at))) for (const mark of marks) ids.add(idOf(mark));
  });
  return ids;
}

/** A text in as many pieces as its comments make of it. */
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
