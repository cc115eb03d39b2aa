import type { Schema } from "@tiptap/pm/model";
import { updateYFragment, ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { documentSchema } from "../body/annotations.ts";
import { withMarksCarried } from "../body/carried-marks.ts";
import { bodyDifference, type Compared, sideOf } from "../body/difference.ts";
import type { BodyNode } from "../body/node.ts";
import { lineSchema, textOf } from "./document.ts";
import { lineNames, type StoryText } from "./story-text.ts";

/**
 * Edits an open document until it says `text`: only what differs is touched, so everybody's carets, and who wrote the rest, stay.
 * One change, and one that each editor on the document can undo, since it comes as theirs do; what is answered undoes it in all.
 * @throws Fault invalid if the document as it stands cannot be read
 */
export function restoreText(doc: Y.Doc, text: StoryText): () => void {
  const now = textOf(doc);
  const undo = new Y.UndoManager(
    [...lineNames, "body"].map((name) => doc.getXmlFragment(name)),
    { trackedOrigins: new Set([ySyncPluginKey]) },
  );
  doc.transact(() => {
    for (const name of lineNames) if (now[name] !== text[name]) restoreLine(doc, name, text[name]);
    const body = doc.getXmlFragment("body");
    if (body.length === 0) append(body, text.body.content);
    else apply(body, bodyDifference(now.body, text.body));
  }, ySyncPluginKey);
  undo.trackedOrigins.clear();
  undo.addTrackedOrigin(undo);
  return () => void undo.undo();
}

function update(target: Y.XmlFragment, schema: Schema, node: BodyNode): void {
  const marked = schema.nodeFromJSON(withMarksCarried(node));
  if (target.doc) updateYFragment(target.doc, target, marked, { mapping: new Map(), isOMark: new Map() });
}

function restoreLine(doc: Y.Doc, name: (typeof lineNames)[number], line: string): void {
  const content = line === "" ? [] : [{ type: "text", text: line }];
  update(doc.getXmlFragment(name), lineSchema, { type: "doc", content: [{ type: "paragraph", content }] });
}

function apply(parent: Y.XmlFragment, all: Compared[]): void {
  let at = 0;
  for (const one of all) {
    while (parent.get(at) instanceof Y.XmlText) at++;
    if (one.kind === "changed") change(parent, at, one);
    else if (one.kind === "gone") parent.delete(at, 1);
    else if (one.kind === "new") insert(parent, at, one.node);
    if (one.kind !== "gone") at++;
  }
}

function change(parent: Y.XmlFragment, at: number, one: Extract<Compared, { kind: "changed" }>): void {
  const [after] = sideOf([one], "after");
  const element = parent.get(at);
  if (!after) return;
  if (!(element instanceof Y.XmlElement) || element.nodeName !== after.type) {
    // The kind of a block cannot be changed in place.
    parent.delete(at, 1);
    insert(parent, at, after);
  } else if ("runs" in one) update(element, documentSchema, after);
  else {
    if (one.was) update(element, documentSchema, { ...one.head, content: sideOf(one.blocks, "before") });
    apply(element, one.blocks);
  }
}

function insert(parent: Y.XmlFragment, at: number, node: BodyNode): void {
  const element = new Y.XmlElement(node.type);
  parent.insert(at, [element]);
  update(element, documentSchema, node);
}

function append(parent: Y.XmlFragment, nodes: BodyNode[]): void {
  for (const node of nodes) insert(parent, parent.length, node);
}
