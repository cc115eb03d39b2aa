import type { Mark, Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import type { Proposal } from "#newsroom/body/suggestions";
import { ownMark } from "./own-marks.ts";

interface Formatting {
  from: number;
  to: number;
  mark: Mark;
  isOn: boolean;
}

/** Gives words a format, or takes it off them, as a proposal; comments at once. False if others propose another there. */
export function proposeFormat(
  tr: Transaction,
  { from, to, mark, isOn }: Formatting,
  newProposal: () => Proposal,
): boolean {
  const format = mark.type.name;
  if (format === "comment") {
    if (isOn) tr.addMark(from, to, mark);
    else tr.removeMark(from, to, mark);
    return true;
  }
  if (format !== "bold" && format !== "italic" && format !== "link") return false;
  const words: { node: Node; start: number; end: number }[] = [];
  tr.doc.nodesBetween(from, to, (node, pos) => {
    if (node.isText) words.push({ node, start: Math.max(from, pos), end: Math.min(to, pos + node.nodeSize) });
  });
  const proposal = newProposal();
  const { by } = proposal;
  for (const { node, start, end } of words) {
    const value = formatOn(node.marks, format);
    const next = isOn ? (format === "link" ? String(mark.attrs.href) : "on") : null;
    if (value === next || (!isOn && !mark.isInSet(node.marks))) continue;
    const standing = node.marks.filter(({ type, attrs }) => type.name === "formatting" && attrs.format === format);
    if (standing.some(({ attrs }) => attrs.by !== by)) return false;
    if (isOn) tr.addMark(start, end, mark);
    else tr.removeMark(start, end, mark);
    if (ownMark(node, "insertion", by)) continue;
    for (const earlier of standing) tr.removeMark(start, end, earlier);
    const was: unknown = standing.length > 0 ? standing[0]?.attrs.was : value;
    if (was !== next) tr.addMark(start, end, tr.doc.type.schema.mark("formatting", { ...proposal, format, was }));
  }
  return true;
}

function formatOn(marks: readonly Mark[], format: string): string | null {
  const mark = marks.find(({ type }) => type.name === format);
  return mark ? (format === "link" ? String(mark.attrs.href) : "on") : null;
}
