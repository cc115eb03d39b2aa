import type { NodeType, Schema } from "@tiptap/pm/model";
import * as Y from "yjs";
import { allWritten } from "../../body/written-attributes.ts";

/**
 * The first block below that no editor can show as it stands, though it says something: editors take such a block out of the document.
 * `isNew`: other blocks are passed over, with all that stands in them.
 */
export function misplacedIn(
  schema: Schema,
  part: Y.XmlFragment,
  isNew = (_block: Y.XmlElement) => true,
): Y.XmlElement | null {
  for (const child of part.toArray()) {
    if (!(child instanceof Y.XmlElement) || !isNew(child)) continue;
    const misplaced = isMisplaced(schema, child) ? child : misplacedIn(schema, child, isNew);
    if (misplaced) return misplaced;
  }
  return null;
}

/** What of this part a transaction changed: blocks, and words. */
export const touchedIn = ({ changed }: Y.Transaction, part: Y.XmlFragment) =>
  [...changed.keys()].filter((type) => Object.is(type, part) || Y.isParentOf(part, type._item));

/** Does a block that this transaction made, or in which it made or took out another, stand as no editor can show it? Looks at no more. */
export function isMisplacing(schema: Schema, transaction: Y.Transaction, part: Y.XmlFragment): boolean {
  const isNew = ({ _item: item }: Y.XmlElement) =>
    item !== null && item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0);
  return touchedIn(transaction, part).some((type) => {
    if (!(type instanceof Y.XmlFragment) || type._item?.deleted) return false;
    const isOut = type instanceof Y.XmlElement && isMisplaced(schema, type);
    return isOut || misplacedIn(schema, type, isNew) !== null;
  });
}

/** Does what stands in this block, or its order, not fit it? A block that says nothing may go. */
function isMisplaced(schema: Schema, block: Y.XmlElement): boolean {
  let match = typeNamed(schema, block.nodeName)?.contentMatch ?? null;
  for (const child of block.toArray()) {
    if (child instanceof Y.XmlText && child.length === 0) continue;
    const type = typeNamed(schema, child instanceof Y.XmlElement ? child.nodeName : "text");
    match = (type && match?.matchType(type)) ?? null;
  }
  return !match?.validEnd && saysSomething(schema, block);
}

export function saysSomething(schema: Schema, type: unknown): boolean {
  if (type instanceof Y.XmlText) return type.length > 0;
  if (!(type instanceof Y.XmlElement)) return false;
  if (typeNamed(schema, type.nodeName)?.isLeaf === true || allWritten(type.nodeName, type.getAttributes()) !== "")
    return true;
  return type.toArray().some((it) => saysSomething(schema, it));
}

export const typeNamed = ({ nodes }: Schema, name: string): NodeType | undefined =>
  Object.hasOwn(nodes, name) ? nodes[name] : undefined;
