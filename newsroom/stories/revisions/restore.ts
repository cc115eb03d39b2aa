import type { Schema } from "@tiptap/pm/model";
import { updateYFragment, ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { documentSchema } from "../../body/annotations.ts";
import type { BlockProposal } from "../../body/block-suggestions.ts";
import { withMarksCarried } from "../../body/carried-marks.ts";
import { bodyDifference, type Compared, comparedBlocks, sideOf } from "../../body/difference.ts";
import { withAnnotationsOf } from "../../body/kept-annotations.ts";
import type { BodyNode } from "../../body/node.ts";
import { blockProposal, type Decide, decided } from "../../body/suggestions.ts";
import { lineSchema, type StorySuggestion, suggestionsIn, textOf, wholeBody } from "../document/document.ts";
import { OwnUndo } from "../document/own-undo.ts";
import { lineNames, type StoryText } from "../document/story-text.ts";
import { lineSteps } from "./line-steps.ts";

/**
 * Edits an open document until it says `text`: only what differs is touched, so everybody's carets, and who wrote the rest, stay, and
 * so do comments on all words that stand in both. What is proposed stays: new words and blocks beside what they stood beside, all else
 * where its words do. What blocks within others are to come, or to be divided, goes.
 * One change, and one that each editor on the document can undo, since it comes as theirs do; what is answered undoes it in all.
 * @throws Fault invalid if the document as it stands cannot be read
 */
export function restoreText(doc: Y.Doc, text: StoryText): () => void {
  const now = textOf(doc);
  const undo = new OwnUndo(
    [...lineNames, "body"].map((name) => doc.getXmlFragment(name)),
    new Set([ySyncPluginKey]),
  );
  doc.transact(() => {
    for (const name of lineNames) if (now[name] !== text[name]) restoreLine(doc, name, text[name]);
    const body = doc.getXmlFragment("body");
    if (blocksOf(body).length === 0) append(body, text.body.content);
    else {
      // Blocks within others that count for nothing in the text as it reads would be taken for those beside them.
      apply(
        body,
        comparedBlocks(
          blocksOf(body),
          blocksOf(body, (_, kind) => (kind && adds.has(kind) ? "reject" : null)),
        ),
      );
      apply(body, bodyDifference(now.body, text.body), blocksOf(body));
    }
  }, ySyncPluginKey);
  undo.trackedOrigins.clear();
  undo.addTrackedOrigin(undo);
  return () => void undo.undo();
}

/** What is proposed and would go, or would not be the same, if the document were restored to `text`. @throws as `restoreText` does */
export function suggestionsLost(doc: Y.Doc, text: StoryText): StorySuggestion[] {
  const restored = new Y.Doc();
  Y.applyUpdate(restored, Y.encodeStateAsUpdate(doc));
  restoreText(restored, text);
  const left = suggestionsIn(restored);
  return suggestionsIn(doc).filter(
    (before) => !left.some(({ id, part, added }) => id === before.id && part === before.part && added === before.added),
  );
}

/** Of what is proposed about blocks: how there come to be more of them. */
const adds: ReadonlySet<BlockProposal> = new Set(["inserted", "split"]);

function update(target: Y.XmlFragment, schema: Schema, node: BodyNode): void {
  const marked = schema.nodeFromJSON(withMarksCarried(node));
  if (target.doc) updateYFragment(target.doc, target, marked, { mapping: new Map(), isOMark: new Map() });
}

/** A line with what stands on those of its words that stay, and what is proposed between them. */
function restoreLine(doc: Y.Doc, name: (typeof lineNames)[number], line: string): void {
  const target = doc.getXmlFragment(name);
  const said = blocksOf(target).flatMap(({ content = [] }) => content);
  for (const content of lineSteps(said, withAnnotationsOf(said, line === "" ? [] : [{ type: "text", text: line }])))
    update(target, lineSchema, { type: "doc", content: [{ type: "paragraph", content }] });
}

/** The blocks of a part, but for those that are only proposed, with what stands on them, in as far as it is not decided. */
function blocksOf(part: Y.XmlFragment, decide: Decide = () => null): BodyNode[] {
  const { content = [] }: BodyNode = documentSchema.nodeFromJSON(wholeBody(part)).toJSON();
  const standing = content.filter(({ attrs }) => !blockProposal(attrs, "inserted"));
  const { content: left = [] }: BodyNode = documentSchema
    .nodeFromJSON(decided({ type: "doc", content: standing }, decide))
    .toJSON();
  return left;
}

/** `said`: what stands there with all that stands on it, block by block; null leaves this as `all` has it. */
function apply(parent: Y.XmlFragment, all: Compared[], said: BodyNode[] | null = null): void {
  let at = 0;
  for (const [one, before] of besideWhatWas(all, said)) {
    while (isPassed(parent, at)) at++;
    if (one.kind === "changed") change(parent, at, one, before);
    else if (one.kind === "gone") parent.delete(at, 1);
    else if (one.kind === "new") insert(parent, at, one.node);
    if (one.kind !== "gone") at++;
  }
}

/** Proposed blocks stay where they are. */
function isPassed(parent: Y.XmlFragment, at: number): boolean {
  const child = parent.get(at);
  const isOfBody = !(parent instanceof Y.XmlElement);
  return (
    child instanceof Y.XmlText ||
    (isOfBody && child instanceof Y.XmlElement && blockProposal(child.getAttributes(), "inserted") !== null)
  );
}

function besideWhatWas(all: Compared[], said: BodyNode[] | null): [Compared, BodyNode | null][] {
  let next = 0;
  return all.map((one) => [one, one.kind === "new" ? null : (said?.[next++] ?? null)]);
}

function change(
  parent: Y.XmlFragment,
  at: number,
  one: Extract<Compared, { kind: "changed" }>,
  before: BodyNode | null,
): void {
  const [after] = afterOf(one, before);
  const element = parent.get(at);
  if (!after) return;
  if (!(element instanceof Y.XmlElement) || element.nodeName !== after.type) {
    // The kind of a block cannot be changed in place.
    parent.delete(at, 1);
    insert(parent, at, after);
  } else if ("runs" in one) {
    const said = before ?? sideOf([one], "before")[0];
    for (const content of lineSteps(said?.content ?? [], after.content ?? []))
      update(element, documentSchema, { ...after, content });
  } else {
    const content = before?.content ?? sideOf(one.blocks, "before");
    if (one.was) update(element, documentSchema, { ...headOf(one, before), content });
    apply(element, one.blocks, before?.content ?? null);
  }
}

/** What a block becomes, with what stands on those of its words that stay. */
function afterOf(one: Compared, before: BodyNode | null): BodyNode[] {
  if (before === null || one.kind === "gone") return sideOf([one], "after");
  if (one.kind !== "changed") return [one.kind === "same" ? before : one.node];
  const content =
    "runs" in one
      ? withAnnotationsOf(
          before.content ?? [],
          sideOf([one], "after").flatMap(({ content = [] }) => content),
        )
      : besideWhatWas(one.blocks, before.content ?? []).flatMap(([child, was]) => afterOf(child, was));
  const head = headOf(one, before);
  return [content.length > 0 ? { ...head, content } : head];
}

/** What a block is from now on, and still to be taken out or joined if it was to be. */
function headOf({ head }: { head: BodyNode }, before: BodyNode | null): BodyNode {
  const { deleted, joined } = before?.attrs ?? {};
  return deleted || joined ? { ...head, attrs: { ...head.attrs, deleted, joined } } : head;
}

function insert(parent: Y.XmlFragment, at: number, node: BodyNode): void {
  const element = new Y.XmlElement(node.type);
  parent.insert(at, [element]);
  update(element, documentSchema, node);
}

function append(parent: Y.XmlFragment, nodes: BodyNode[]): void {
  for (const node of nodes) insert(parent, parent.length, node);
}
