import type { Node } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { blockProposal, proposalIn } from "#newsroom/body/suggestions";
import { accepted, rejected } from "./decisions.ts";

export type Decision = "accept" | "reject";

/** A line of which still more goes is rewritten at once. */
const mostSteps = 50;

/**
 * Accepts or rejects one proposal, or all. Of each line one stretch goes at a time: the binding to Yjs takes what differs in a line for
 * one change, and writes anew what stands between two of them. What somebody types there meanwhile would not stand where it was typed,
 * and two who decide at once would have it twice.
 */
export function decideIn(
  view: Pick<EditorView, "state" | "dispatch">,
  decision: Decision,
  which: string,
  asDecision = (tr: Transaction): Transaction => tr,
): void {
  const isSent = (tr: Transaction): boolean => {
    if (tr.docChanged) view.dispatch(asDecision(tr));
    return tr.docChanged;
  };
  for (let step = 0; step < mostSteps; step++) if (!isSent(lastStretchesGone(view.state, decision, which))) break;
  isSent(decision === "accept" ? accepted(view.state, which) : rejected(view.state, which));
}

/** Takes out the last of what goes in each line in which several stretches do. */
function lastStretchesGone({ doc, tr }: EditorState, decision: Decision, which: string): Transaction {
  const last: { from: number; to: number }[] = [];
  doc.descendants((line, at) => {
    if (!line.isTextblock) return !line.isInline;
    const stretches = stretchesIn(line, at + 1, (node) => goes(node, decision, which));
    const one = stretches.at(-1);
    if (one && stretches.length > 1) last.push(one);
    return false;
  });
  for (const { from, to } of last.toReversed()) tr.delete(from, to);
  return tr;
}

function stretchesIn(line: Node, start: number, isIn: (node: Node) => boolean): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  line.forEach((node, offset) => {
    const [from, to] = [start + offset, start + offset + node.nodeSize];
    const before = stretches.at(-1);
    if (!isIn(node)) return;
    if (before?.to === from) before.to = to;
    else stretches.push({ from, to });
  });
  return stretches;
}

function goes(node: Node, decision: Decision, which: string): boolean {
  const isMeant = (id: string | undefined) => id !== undefined && (which === "all" || which === id);
  if (!node.isText) return isMeant(blockProposal(node.attrs, decision === "accept" ? "deleted" : "inserted")?.id);
  const name = decision === "accept" ? "deletion" : "insertion";
  return node.marks.some(({ type, attrs }) => type.name === name && isMeant(proposalIn(attrs).id));
}
