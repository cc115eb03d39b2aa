import { type BlockProposal, blockProposals } from "./block-suggestions.ts";
import { definitionOf } from "./nodes.ts";
import { blockProposal, contentOf, isObject, isRecord, type Json, type Proposal, proposalIn } from "./suggestions.ts";
import { type Stretch, wordDifference } from "./word-difference.ts";

/** A proposal that nobody has decided on yet, in words. */
export interface OpenSuggestion extends Proposal {
  added: string;
  removed: string;
  /** What else would change: "Bold: closes". */
  changes: string[];
  /** Where blocks go and others much like them come: which words differ. Else null. */
  difference: Stretch[] | null;
}

const blockWords = {
  paragraph: "paragraph",
  crosshead: "crosshead",
  listItem: "list item",
  bulletList: "list",
  orderedList: "numbered list",
  blockquote: "quote",
  pullQuote: "pull quote",
  attribution: "attribution",
  factBox: "fact box",
  factBoxTitle: "title",
  table: "table",
  tableRow: "row",
  tableCell: "cell",
  tableHeader: "header cell",
  embed: "embed",
  picture: "picture",
  rateBox: "rate box",
  horizontalRule: "rule",
};
const isNamed = (type: unknown): type is keyof typeof blockWords =>
  typeof type === "string" && Object.hasOwn(blockWords, type);
const nameOf = (type: unknown): string => (isNamed(type) ? blockWords[type] : "block");
const formatWords: Record<string, string> = { bold: "Bold", italic: "Italic", link: "Link" };

/** What is found of a proposal on the way through the document. */
interface Noted extends Omit<OpenSuggestion, "difference"> {
  /** As `added` and `changes`, without what blocks say that come or go as a whole. */
  beside: { added: string; changes: string[] };
  /** What these blocks say. */
  gone: string[];
  come: string[];
}

/** The proposals in the JSON of a document, in the order in which they stand there; none in what is broken. */
export function openSuggestions(json: unknown): OpenSuggestion[] {
  const found = new Map<string, Noted>();
  const of = ({ id, by, at }: Proposal): Noted => {
    const beside = { added: "", changes: [] };
    const known = found.get(id) ?? { id, by, at, added: "", removed: "", changes: [], beside, gone: [], come: [] };
    found.set(id, known);
    return known;
  };
  const waiting: { node: unknown; within: Within }[] = [{ node: json, within: {} }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, within } = next;
    if (!isObject(node)) continue;
    const inside = noteBlock(node, within, of);
    noteMarks(node, inside, of);
    for (const child of contentOf(node).toReversed()) waiting.push({ node: child, within: inside });
  }
  return [...found.values()].map(told);
}

function told({ id, by, at, added, removed, changes, beside, gone, come }: Noted): OpenSuggestion {
  const difference = likeness(gone.join("\n"), come.join("\n"));
  return { id, by, at, removed, ...(difference ? beside : { added, changes }), difference };
}

/** Which words differ; null for texts that have less than half of their letters in common. */
function likeness(before: string, after: string): Stretch[] | null {
  if (before === "" || after === "") return null;
  const stretches = wordDifference(before, after);
  const same = stretches.reduce((size, { kind, text }) => size + (kind === "same" ? text.length : 0), 0);
  return same * 2 >= Math.max(before.length, after.length) ? stretches : null;
}

/** The ids of proposals by which blocks around a place come or go. */
type Within = Partial<Record<BlockProposal, string>>;
type Noting = (proposal: Proposal) => Noted;

function noteBlock(node: Json, within: Within, of: Noting): Within {
  const inside = { ...within };
  for (const kind of blockProposals) {
    const proposal = blockProposal(node.attrs, kind);
    if (!proposal) continue;
    const suggestion = of(proposal);
    if (node.type === "money" || node.type === "hardBreak") {
      const text = textIn(node) || " ";
      if (kind !== "inserted") suggestion.removed += text;
      else add(suggestion, text, within);
      continue;
    }
    const name = nameOf(node.type);
    const goes = `${name.replace(/^./, (first) => first.toUpperCase())} taken out`;
    const words = {
      inserted: `New ${name}`,
      deleted: goes,
      split: `New ${name}`,
      joined: `Joined to the ${name} before`,
      changed: `Made a ${name}, was a ${nameOf(proposal.was?.type)}`,
    }[kind];
    note(suggestion.beside.changes, words);
    note(suggestion.changes, kind === "deleted" ? words + quoted(textIn(node)) : words);
    if ((kind !== "inserted" && kind !== "deleted") || within[kind] === proposal.id) continue;
    suggestion[kind === "inserted" ? "come" : "gone"].push(textIn(node));
    inside[kind] = proposal.id;
  }
  return inside;
}

function note(changes: string[], words: string): void {
  if (!changes.includes(words)) changes.push(words);
}

function add(suggestion: Noted, text: string, { inserted }: Within): void {
  suggestion.added += text;
  if (inserted !== suggestion.id) suggestion.beside.added += text;
}

const quoted = (text: string): string => (text ? `: ${text}` : "");

function noteMarks(node: Json, within: Within, of: Noting): void {
  if (!Array.isArray(node.marks)) return;
  const text = textIn(node);
  for (const mark of node.marks) {
    if (!isObject(mark)) continue;
    if (mark.type === "insertion") add(of(proposalIn(mark.attrs)), text, within);
    if (mark.type === "deletion") of(proposalIn(mark.attrs)).removed += text;
    if (mark.type === "formatting") {
      const { changes, beside } = of(proposalIn(mark.attrs));
      for (const list of [changes, beside.changes]) list.push(formatted(node.marks, mark.attrs, text));
    }
  }
}

function formatted(marks: unknown[], attrs: unknown, text: string): string {
  const format = isRecord(attrs) ? String(attrs.format) : "";
  const isOn = marks.some((mark) => isObject(mark) && mark.type === format);
  const name = formatWords[format] ?? "Formatting";
  return `${isOn ? name : `No ${name.toLowerCase()}`}: ${text}`;
}

function textIn(node: Json): string {
  if (typeof node.text === "string") return node.text;
  const own =
    typeof node.type === "string" ? definitionOf(node.type)?.words?.(isRecord(node.attrs) ? node.attrs : {}) : "";
  return [own ?? "", ...contentOf(node).map((child) => (isObject(child) ? textIn(child) : ""))]
    .filter(Boolean)
    .join(" ");
}

/** Why a story with so many open suggestions cannot be published; null if there are none. */
export const undecidedWords = (count: number): string | null =>
  count === 0 ? null : `There ${count === 1 ? "is 1 suggestion" : `are ${count} suggestions`} to decide on first.`;
