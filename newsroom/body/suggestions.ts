import { type BlockProposal, blockProposals } from "./block-suggestions.ts";
import { definitionOf } from "./nodes.ts";
import { bodySchema } from "./schema.ts";

/** Whose proposal it is, and since when. Everything that was proposed at one go has one id. */
export interface Proposal {
  id: string;
  /** Staff id. */
  by: string;
  /** ISO instant. */
  at: string;
}

/** What happens to a proposal; null leaves it open. `kind`: what is proposed about a block; null for words and amounts. */
export type Decide = (proposal: Proposal, kind: BlockProposal | null) => "accept" | "reject" | null;

/** Any node of a document as JSON. */
export interface Json {
  type?: unknown;
  text?: unknown;
  attrs?: unknown;
  content?: unknown;
  marks?: unknown;
}

export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const isRecord = (value: unknown): value is Record<string, unknown> => isObject(value);
const isText = (value: unknown): value is Json & { text: string } => isObject(value) && typeof value.text === "string";

/** The proposal in the attributes of a mark. */
export function proposalIn(attrs: unknown): Proposal {
  const { id, by, at } = isRecord(attrs) ? attrs : {};
  return { id: String(id), by: String(by), at: String(at) };
}

export type BlockProposed = Proposal & { was?: { type: string; attrs?: Record<string, unknown> } };

/** The proposal of this kind about a block; null if there is none, or none that can be read. */
export function blockProposal(attrs: unknown, kind: BlockProposal): BlockProposed | null {
  const value = isRecord(attrs) ? attrs[kind] : null;
  if (typeof value !== "string") return null;
  try {
    const parsed: unknown = JSON.parse(value);
    if (!isRecord(parsed)) return null;
    const { was } = parsed;
    const known = isRecord(was) && typeof was.type === "string" ? { type: was.type } : null;
    const attrs = isRecord(was) && isRecord(was.attrs) ? { attrs: was.attrs } : {};
    return { ...proposalIn(parsed), ...(known && { was: { ...known, ...attrs } }) };
  } catch {
    return null;
  }
}

/** What a document says of a node beside its text. */
const beside: readonly string[] = [...blockProposals, "carried"];

/** The attributes of a node without what is proposed about it, or only carried for it. */
export const attrsAlone = (attrs: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(attrs).filter(([name]) => !beside.includes(name)));

/**
 * The JSON of a document in which proposals are accepted or rejected as `decide` says. Broken JSON passes through as it is, for the
 * schema to refuse.
 */
export function decided(json: unknown, decide: Decide): unknown {
  if (!isObject(json)) return json;
  return withContent(json, decide) ?? { ...json, content: [{ type: "paragraph" }] };
}

/** Null if nothing is left of what must hold something. */
function withContent(node: Json, decide: Decide): Json | null {
  const { content, ...rest } = node;
  if (!Array.isArray(content)) return node;
  const left = decidedChildren(content, decide);
  if (node.type === "table" && content.some(hasContent) && !left.some(hasContent)) return null;
  if (left.length > 0) return { ...rest, content: whole(node.type, left, content) };
  if (content.length === 0) return node;
  if (node.type === "tableCell" || node.type === "tableHeader") return { ...rest, content: [{ type: "paragraph" }] };
  return isLine(node) || node.type === "tableRow" ? rest : null;
}

const hasContent = (node: unknown): boolean => isObject(node) && contentOf(node).length > 0;

/** What is left may need a line that the grammar asks for. */
function whole(type: unknown, left: unknown[], before: unknown[]): unknown[] {
  if (left.length === before.length) return left;
  const types = left.map((child) => (isObject(child) ? child.type : null));
  if (type === "listItem" && types[0] !== "paragraph") return [lineBefore(left[0]), ...left];
  if (type === "factBox" && types.every((name) => name === "factBoxTitle")) return [...left, { type: "paragraph" }];
  return left;
}

/** The line is needed for as long as the block behind it is there. */
function lineBefore(block: unknown): Json {
  const attrs = isObject(block) && isRecord(block.attrs) ? block.attrs : {};
  const { inserted, deleted } = attrs;
  const bound = { ...(typeof inserted === "string" && { inserted }), ...(typeof deleted === "string" && { deleted }) };
  return { type: "paragraph", ...(Object.keys(bound).length > 0 && { attrs: bound }) };
}

const isLine = (node: Json): boolean => typeof node.type === "string" && definitionOf(node.type)?.isLine === true;

/** The children of a node after the decisions; for a part of a document as for a whole one. */
export function decidedChildren(content: readonly unknown[], decide: Decide): unknown[] {
  const left: unknown[] = [];
  for (const child of content) {
    const node = isObject(child) && Array.isArray(child.marks) ? withMarks(child, child.marks, decide) : child;
    if (node === null && child !== null) continue;
    if (!isObject(node)) left.push(node);
    else if (isText(node)) pushText(left, node);
    else pushBlock(left, node, decide);
  }
  return left;
}

/** Null if its words go. */
function withMarks(node: Json, marks: unknown[], decide: Decide): Json | null {
  const { marks: _, ...rest } = node;
  let kept: unknown[] = marks;
  for (const mark of marks) {
    if (!isObject(mark)) continue;
    const isProposal = mark.type === "insertion" || mark.type === "deletion" || mark.type === "formatting";
    const decision = isProposal ? decide(proposalIn(mark.attrs), null) : null;
    if (decision === null) continue;
    if (mark.type === (decision === "accept" ? "deletion" : "insertion")) return null;
    kept = kept.filter((other) => other !== mark);
    if (mark.type === "formatting" && decision === "reject") kept = restored(kept, mark.attrs);
  }
  return kept.length > 0 ? { ...rest, marks: kept } : rest;
}

const rank = new Map(Object.keys(bodySchema.marks).map((name, at) => [name, at]));
const rankOf = (mark: unknown): number => (isObject(mark) ? rank.get(String(mark.type)) : undefined) ?? rank.size;

/** The marks with the one that `formatting` speaks of as it was before. */
function restored(marks: unknown[], attrs: unknown): unknown[] {
  const { format, was } = isRecord(attrs) ? attrs : {};
  const others = marks.filter((mark) => !isObject(mark) || mark.type !== format);
  if (typeof was !== "string") return others;
  const mark = format === "link" ? { type: format, attrs: { href: was } } : { type: format };
  return [...others, mark].sort((one, other) => rankOf(one) - rankOf(other));
}

/** Words that only a proposal kept apart are one again. */
function pushText(left: unknown[], node: Json): void {
  const last = left.at(-1);
  if (isText(last) && isText(node) && JSON.stringify(last.marks) === JSON.stringify(node.marks))
    left[left.length - 1] = { ...last, text: last.text + node.text };
  else left.push(node);
}

function pushBlock(left: unknown[], before: Json, decide: Decide): void {
  const decision = (kind: BlockProposal) => {
    const proposal = blockProposal(before.attrs, kind);
    return proposal && decide(proposal, kindFor(before, kind));
  };
  if (decision("inserted") === "reject" || decision("deleted") === "accept") return;
  const node = withContent(withAttrs(before, decide), decide);
  if (!node) return;
  const over = decision("joined") === "accept" ? "deleted" : decision("split") === "reject" ? "inserted" : null;
  if (over === null || !merge(left, node, over)) left.push(node);
}

function withAttrs(node: Json, decide: Decide): Json {
  if (!isRecord(node.attrs)) return node;
  const { attrs, ...rest } = node;
  const open = Object.fromEntries(
    blockProposals.flatMap((kind) => {
      const proposal = blockProposal(attrs, kind);
      return proposal && decide(proposal, kindFor(node, kind)) === null ? [[kind, attrs[kind]]] : [];
    }),
  );
  const changed = blockProposal(attrs, "changed");
  const was = changed && decide(changed, "changed") === "reject" ? changed.was : undefined;
  const all = { ...(was ? was.attrs : attrsAlone(attrs)), ...open };
  return { ...rest, ...(was && { type: was.type }), ...(Object.keys(all).length > 0 && { attrs: all }) };
}

/**
 * Puts the words of a block behind those of the one before it; not of one that itself is only proposed, or about to go, unless both are
 * so together. What was proposed about the block goes on with its words.
 */
function merge(left: unknown[], node: Json, over: "inserted" | "deleted"): boolean {
  const own = blockProposal(node.attrs, over)?.id;
  const isPassed = (other: unknown): boolean => {
    const about = isObject(other) ? blockProposal(other.attrs, over) : null;
    return about !== null && about.id !== own;
  };
  const at = left.findLastIndex((other) => !isPassed(other));
  const before = left[at];
  const both = isObject(before) ? mergedBlocks(before, carried(node, before)) : null;
  if (both) left[at] = both;
  return both !== null;
}

const markOf = { inserted: "insertion", deleted: "deletion" } as const;

/** A block whose words bear what is proposed about it, but for what the other block is proposed to as well. */
function carried(node: Json, other: Json): Json {
  return (["inserted", "deleted"] as const).reduce((block, kind) => {
    const about = blockProposal(node.attrs, kind);
    return about && about.id !== blockProposal(other.attrs, kind)?.id ? withWords(block, kind, about) : block;
  }, node);
}

function withWords(node: Json, kind: "inserted" | "deleted", { id, by, at }: Proposal): Json {
  const content = contentOf(node).map((child, index) => {
    if (!isObject(child)) return child;
    // The first line of an item becomes part of another line; what stands behind it stays a block.
    if (child.type !== "text" && !isWord(child) && index === 0) return withWords(child, kind, { id, by, at });
    if (!isText(child)) return withAbout(child, kind, { id, by, at });
    const marks: unknown[] = Array.isArray(child.marks) ? child.marks : [];
    if (marks.some((mark) => isObject(mark) && mark.type === markOf[kind])) return child;
    const mark = { type: markOf[kind], attrs: { id, by, at } };
    return { ...child, marks: [...marks, mark].sort((one, two) => rankOf(one) - rankOf(two)) };
  });
  return content.length > 0 ? { ...node, content } : node;
}

const kindFor = (node: Json, kind: BlockProposal): BlockProposal | null => (isWord(node) ? null : kind);
const isWord = ({ type }: Json): boolean => type === "money" || type === "hardBreak";

function withAbout(node: Json, kind: BlockProposal, { id, by, at }: Proposal): Json {
  const attrs = isRecord(node.attrs) ? node.attrs : {};
  return typeof attrs[kind] === "string"
    ? node
    : { ...node, attrs: { ...attrs, [kind]: JSON.stringify({ id, by, at }) } };
}

function mergedBlocks(before: Json, node: Json): Json | null {
  const [first, second] = [contentOf(before), contentOf(node)];
  if (isLine(before) && isLine(node)) {
    const content = [...first];
    for (const child of second) if (isObject(child)) pushText(content, child);
    return content.length > 0 ? { ...before, content } : before;
  }
  const [last, next] = [first.at(-1), second[0]];
  if (before.type !== "listItem" || node.type !== "listItem" || !isObject(last) || !isObject(next)) return null;
  const both = mergedBlocks(last, next);
  return both && { ...before, content: [...first.slice(0, -1), both, ...second.slice(1)] };
}

export const contentOf = ({ content }: Json): unknown[] => (Array.isArray(content) ? content : []);
