import { type ContentMatch, Fragment, type NodeType } from "@tiptap/pm/model";
import * as Y from "yjs";
import { documentSchema } from "../../body/annotations.ts";
import { allWritten } from "../../body/written-attributes.ts";
import { readingOf } from "./document.ts";
import { typeNamed } from "./misplaced.ts";

/** Changes that bring a text into order, and whose words they hold; `typedBy` is null where they hold none. */
interface Mend {
  update: Uint8Array;
  /** The Yjs client that brings it. */
  client: number;
  /** One that typed what it holds. */
  typedBy: number | null;
}

/**
 * Each of two people may leave a text that fits, and both together one that does not: they take out an item of a list each, or one
 * takes out the rows that the other leaves. Answers what puts that right and takes away no word; null if nothing is to be done, or nothing helps.
 */
export function grammarMend(doc: Y.Doc): Mend | null {
  const mended = new Y.Doc();
  Y.applyUpdate(mended, Y.encodeStateAsUpdate(doc));
  const brought: Uint8Array[] = [];
  mended.on("update", (update: Uint8Array) => brought.push(update));
  const typists: number[] = [];
  mended.transact(() => mendBelow(mended.getXmlFragment("body"), typists));
  const [update] = brought;
  if (!update || readingOf(mended).unfit) return null;
  return { update, client: mended.clientID, typedBy: typists[0] ?? null };
}

function mendBelow(part: Y.XmlFragment, typists: number[]): void {
  for (const block of elementsOf(part)) {
    mendBelow(block, typists);
    if (isHollow(block)) takeOut(part, block, typists);
  }
  const type = part instanceof Y.XmlElement ? typeNamed(documentSchema, part.nodeName) : documentSchema.topNodeType;
  if (type && !type.inlineContent && !isEmpty(part, type)) mendOrder(part, type, typists);
}

const elementsOf = (part: Y.XmlFragment): Y.XmlElement[] =>
  part.toArray().filter((child) => child instanceof Y.XmlElement);

/** Must it hold something, and holds nothing? */
function isHollow(block: Y.XmlElement): boolean {
  const type = typeNamed(documentSchema, block.nodeName);
  return type?.contentMatch.validEnd === false && isEmpty(block, type);
}

/** Of a table without rows there may be a caption left. */
function takeOut(part: Y.XmlFragment, block: Y.XmlElement, typists: number[]): void {
  const at = part.toArray().indexOf(block);
  const words = allWritten(block.nodeName, block.getAttributes());
  const [item] = block._map.values();
  part.delete(at, 1);
  if (words === "") return;
  const line = new Y.XmlElement("paragraph");
  line.insert(0, [new Y.XmlText(words)]);
  part.insert(at, [line]);
  if (item) typists.push(item.id.client);
}

/** A cell is never: it keeps its column. */
const isEmpty = (part: Y.XmlFragment, { spec }: NodeType): boolean =>
  part.toArray().every((child) => child instanceof Y.XmlText && child.length === 0) &&
  spec.tableRole !== "cell" &&
  spec.tableRole !== "header_cell";

/** Puts empty lines where the grammar asks for one, and makes a paragraph of a title that does not stand first. */
function mendOrder(part: Y.XmlFragment, { contentMatch }: NodeType, typists: number[]): void {
  let match: ContentMatch | null = contentMatch;
  for (const block of elementsOf(part)) {
    const type = typeNamed(documentSchema, block.nodeName);
    if (!type || !match) return;
    const lines: Fragment | null = match.fillBefore(Fragment.from(type.create()));
    if (!lines && !type.isTextblock) return;
    if (lines && lines.childCount > 0) part.insert(part.toArray().indexOf(block), lines.content.map(elementOf));
    if (!lines) {
      typists.push(...typistsOf(block));
      asParagraph(part, block);
    }
    match = match.matchFragment(lines ? lines.addToEnd(type.create()) : paragraph);
  }
  const lines = match?.fillBefore(Fragment.empty, true);
  if (part instanceof Y.XmlElement && lines) part.push(lines.content.map(elementOf));
}

const paragraph = Fragment.from(documentSchema.nodes.paragraph?.create());

const elementOf = ({ type }: { type: NodeType }): Y.XmlElement => new Y.XmlElement(type.name);

/** Makes a paragraph of a line at its place. */
export function asParagraph(part: Y.XmlFragment, line: Y.XmlElement): void {
  const made = new Y.XmlElement("paragraph");
  const words = line.toArray().flatMap((child) => (child instanceof Y.XmlHook ? [] : [child.clone()]));
  const attributes = Object.entries(line.getAttributes());
  const at = part.toArray().indexOf(line);
  part.delete(at, 1);
  part.insert(at, [made]);
  made.insert(0, words);
  for (const [name, value] of attributes) made.setAttribute(name, String(value));
}

function typistsOf(line: Y.XmlElement): number[] {
  const typists: number[] = [];
  for (const text of line.toArray())
    for (let item = text instanceof Y.XmlText ? text._start : null; item; item = item.right)
      if (!item.deleted && item.content instanceof Y.ContentString) typists.push(item.id.client);
  return typists;
}
