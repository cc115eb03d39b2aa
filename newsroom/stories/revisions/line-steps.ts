import type { BodyNode } from "../../body/node.ts";
import { wordDifference } from "../../body/word-difference.ts";

/**
 * Running text on its way to another one, change by change, the last first. The binding to Yjs takes what differs in a line for one
 * change: what stands between two of them would be written anew, away from under the carets and words of others. Pure.
 */
export function lineSteps(was: readonly BodyNode[], is: readonly BodyNode[]): BodyNode[][] {
  const steps = changesIn(textOf(was), textOf(is)).map((at) => [...cut(was, 0, at.was), ...cut(is, at.is)]);
  return [...steps.slice(1).toReversed(), [...is]];
}

/** Where each change begins, in both texts. */
function changesIn(was: string, is: string): { was: number; is: number }[] {
  const changes: { was: number; is: number }[] = [];
  const at = { was: 0, is: 0 };
  let isOpen = false;
  for (const { kind, text } of wordDifference(was, is)) {
    if (kind !== "same" && !isOpen) changes.push({ ...at });
    isOpen = kind !== "same";
    if (kind !== "new") at.was += text.length;
    if (kind !== "gone") at.is += text.length;
  }
  return changes;
}

/** What is no text stands for one sign. */
const wordsOf = ({ text = "\ufffc" }: BodyNode): string => text;
const textOf = (nodes: readonly BodyNode[]): string => nodes.map(wordsOf).join("");

function cut(nodes: readonly BodyNode[], from: number, to = Number.POSITIVE_INFINITY): BodyNode[] {
  let at = 0;
  return nodes.flatMap((node) => {
    const start = at;
    at += wordsOf(node).length;
    if (at <= from || start >= to) return [];
    return node.text === undefined ? node : { ...node, text: node.text.slice(Math.max(0, from - start), to - start) };
  });
}
