import type { Schema } from "@tiptap/pm/model";
import { updateYFragment, ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { documentSchema } from "../../body/annotations.ts";
import { withMarksCarried } from "../../body/carried-marks.ts";
import { bodyDifference, type Compared, comparedBlocks, sideOf } from "../../body/difference.ts";
import { withCommentsOf } from "../../body/kept-comments.ts";
import type { BodyNode } from "../../body/node.ts";
import { type Decide, decided, proposedBlocks } from "../../body/suggestions.ts";
import { lineSchema, textOf, wholeBody } from "../document/document.ts";
import { OwnUndo } from "../document/own-undo.ts";
import { lineNames, type StoryText } from "../document/story-text.ts";

/**
 * Edits an open document until it says `text`: only what differs is touched, so everybody's carets, and who wrote the rest, stay, and
 * so do comments on all words that stand in both. New blocks that are only proposed are taken out; other proposals stay where their
 * words do.
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
    if (body.length === 0) append(body, text.body.content);
    else {
      // Blocks that count for nothing in the text as it reads would be taken for those beside them.
      const proposed = proposedBlocks(wholeBody(body));
      if (proposed.size > 0)
        apply(
          body,
          comparedBlocks(
            blocksOf(body),
            blocksOf(body, ({ id }) => (proposed.has(id) ? "reject" : null)),
          ),
        );
      apply(
        body,
        bodyDifference(now.body, text.body),
        blocksOf(body, () => "reject"),
      );
    }
  }, ySyncPluginKey);
  undo.trackedOrigins.clear();
  undo.addTrackedOrigin(undo);
  return () => void undo.undo();
}

function update(target: Y.XmlFragment, schema: Schema, node: BodyNode): void {
  const marked = schema.nodeFromJSON(withMarksCarried(node));
  if (target.doc) updateYFragment(target.doc, target, marked, { mapping: new Map(), isOMark: new Map() });
}

/** A line with the comments on those of its words that stay. */
function restoreLine(doc: Y.Doc, name: (typeof lineNames)[number], line: string): void {
  const target = doc.getXmlFragment(name);
  const said = blocksOf(target, () => "reject").flatMap(({ content = [] }) => content);
  const content = line === "" ? [] : withCommentsOf(said, [{ type: "text", text: line }]);
  update(target, lineSchema, { type: "doc", content: [{ type: "paragraph", content }] });
}

/** The blocks of a part with what stands on them, in as far as it is not decided. */
function blocksOf(part: Y.XmlFragment, decide: Decide = () => null): BodyNode[] {
  const { content = [] }: BodyNode = documentSchema.nodeFromJSON(decided(wholeBody(part), decide)).toJSON();
  return content;
}

/** `said`: what stands there with the comments on it, block by block; null leaves comments as `all` has them. */
function apply(parent: Y.XmlFragment, all: Compared[], said: BodyNode[] | null = null): void {
  let at = 0;
  for (const [one, before] of besideWhatWas(all, said)) {
    while (parent.get(at) instanceof Y.XmlText) at++;
    if (one.kind === "changed") change(parent, at, one, before);
    else if (one.kind === "gone") parent.delete(at, 1);
    else if (one.kind === "new") insert(parent, at, one.node);
    if (one.kind !== "gone") at++;
  }
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
  } else if ("runs" in one) update(element, documentSchema, after);
  else {
    const content = before?.content ?? sideOf(one.blocks, "before");
    if (one.was) update(element, documentSchema, { ...one.head, content });
    apply(element, one.blocks, before?.content ?? null);
  }
}

/** What a block becomes, with the comments on those of its words that stay. */
function afterOf(one: Compared, before: BodyNode | null): BodyNode[] {
  if (before === null || one.kind === "gone") return sideOf([one], "after");
  if (one.kind !== "changed") return [one.kind === "same" ? before : one.node];
  if ("runs" in one)
    return sideOf([one], "after").map((node) => ({
      ...node,
      ...(node.content && { content: withCommentsOf(before.content ?? [], node.content) }),
    }));
  const content = besideWhatWas(one.blocks, before.content ?? []).flatMap(([child, was]) => afterOf(child, was));
  return [content.length > 0 ? { ...one.head, content } : one.head];
}

function insert(parent: Y.XmlFragment, at: number, node: BodyNode): void {
  const element = new Y.XmlElement(node.type);
  parent.insert(at, [element]);
  update(element, documentSchema, node);
}

function append(parent: Y.XmlFragment, nodes: BodyNode[]): void {
  for (const node of nodes) insert(parent, parent.length, node);
}
