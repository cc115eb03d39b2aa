import * as Y from "yjs";
import { writtenAttributes, writtenWords } from "../../body/written-attributes.ts";

/** Words in an attribute in which an update writes that was made without having seen them. */
export interface Overwritten {
  id: Y.ID;
  element: Y.XmlElement;
  words: string;
}

/** The words of attributes that may go where this update is applied: of two values that were written at once, Yjs keeps one. */
export function overwrittenIn(doc: Y.Doc, { structs, ds }: ReturnType<typeof Y.decodeUpdate>): Overwritten[] {
  const found = new Map<Y.Item, Overwritten>();
  for (const struct of structs) {
    // Values that their author wrote over in turn are there as well, without what they said.
    const written = struct instanceof Y.Item ? attributeOf(doc, struct) : null;
    const standing = written?.element._map.get(written.attribute);
    if (!written || !standing || standing.deleted || Y.isDeleted(ds, standing.id)) continue;
    const words = wordsIn(written.element, written.attribute);
    if (words !== "") found.set(standing, { id: standing.id, element: written.element, words });
  }
  return [...found.values()];
}

/** Is it in none of the attributes of its block any more? */
export function isLost(after: Y.Doc, { id, element, words }: Overwritten): boolean {
  if (!Y.getItem(after.store, id).deleted) return false;
  const item: unknown = element._item && Y.getItem(after.store, element._item.id);
  const type = item instanceof Y.Item && item.content instanceof Y.ContentType ? item.content.type : null;
  return (
    !(type instanceof Y.XmlElement) || [...writtenAttributes].every((attribute) => wordsIn(type, attribute) !== words)
  );
}

/** The attribute of a block of the document that an item writes; null for one of a block that comes with it. */
function attributeOf(doc: Y.Doc, item: Y.Item): { element: Y.XmlElement; attribute: string } | null {
  const near = item.origin ?? item.parent;
  if (!(near instanceof Y.ID) || near.clock >= Y.getState(doc.store, near.client)) return null;
  const known: unknown = Y.getItem(doc.store, near);
  if (!(known instanceof Y.Item)) return null;
  const type = item.origin ? known.parent : known.content instanceof Y.ContentType ? known.content.type : null;
  const attribute = item.origin ? known.parentSub : item.parentSub;
  return type instanceof Y.XmlElement && attribute !== null ? { element: type, attribute } : null;
}

const wordsIn = (element: Y.XmlElement, attribute: string): string =>
  writtenWords(element.nodeName, element.getAttributes(), attribute);
