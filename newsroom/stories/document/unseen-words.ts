import * as Y from "yjs";
import { insertParts, markPart } from "./line-parts.ts";
import { charactersOf, type Deleted, isLine, type Part, type Unseen, unseenIn } from "./unseen.ts";

/**
 * In Yjs a block that is moved, or joined to another, is deleted and made anew, and what others typed in it meanwhile goes with it though
 * nobody asked for that. Answers the update with that put back, marks, amounts and captions as well: where the same words stand now, or
 * else as a line of its own. `client` is the Yjs client that brings it, `typedBy` one that typed it. Null if it takes away nothing unseen.
 */
export function withUnseenWords(
  doc: Y.Doc,
  update: Uint8Array,
): { update: Uint8Array; client: number; typedBy: number } | null {
  const [first, ...others] = takesBlocks(doc, update) ? unseenIn(doc, Y.decodeUpdate(update).ds) : [];
  if (!first) return null;
  const after = new Y.Doc();
  Y.applyUpdate(after, Y.encodeStateAsUpdate(doc));
  Y.applyUpdate(after, update);
  const brought: Uint8Array[] = [];
  after.on("update", (one: Uint8Array) => brought.push(one));
  const isNew = ({ _item }: Y.XmlElement) => _item !== null && _item.id.clock >= Y.getState(doc.store, _item.id.client);
  const all = [first, ...others];
  after.transact(() => {
    // While their blocks say what they said.
    for (const unseen of all) if (unseen.kind === "attributes") bringBack(after, unseen, isNew);
    // From the last one, so that the places before it stay.
    for (const unseen of all.reverse()) if (unseen.kind !== "attributes") bringBack(after, unseen, isNew);
  });
  if (brought.length === 0) return null;
  return { update: Y.mergeUpdates([update, ...brought]), client: after.clientID, typedBy: first.client };
}

/** Does it delete more than letters? Most that is typed does not, and a look at all blocks costs. */
export function takesBlocks(doc: Y.Doc, update: Uint8Array): boolean {
  const { clients }: Deleted = Y.decodeUpdate(update).ds;
  return [...clients].some(([client, ranges]) => {
    const known = Y.getState(doc.store, client);
    return ranges.some(({ clock, len }) => {
      for (let at = clock; at < Math.min(clock + len, known); ) {
        const item = Y.getItem(doc.store, Y.createID(client, at));
        if (item.content instanceof Y.ContentType) return true;
        at = item.id.clock + item.length;
      }
      return false;
    });
  });
}

/** Does the update bring this block? */
type IsNew = (block: Y.XmlElement) => boolean;

function bringBack(doc: Y.Doc, unseen: Unseen, isNew: IsNew): void {
  const fragment = doc.getXmlFragment(unseen.root);
  if (unseen.kind === "words") bringWords(fragment, unseen, isNew);
  else if (unseen.kind === "block") insertAt(fragment, unseen.place, unseen.element.clone() as Y.XmlElement);
  else bringAttributes(fragment, unseen, isNew);
}

function bringWords(fragment: Y.XmlFragment, unseen: Kind<"words">, isNew: IsNew): void {
  const { root, place, seen, pieces, marks } = unseen;
  const home = homeOf(fragment, unseen, isNew);
  if (home) {
    const start = charactersOf(home).indexOf(seen);
    for (const { at, length, marks: put } of marks) markPart(home, start + at, length, put);
    for (const { at, parts } of pieces.toReversed()) insertParts(home, start + at, parts);
    return;
  }
  const line = pieces.flatMap(({ parts }, at) => (at > 0 ? [blank, ...trimmed(parts)] : trimmed(parts)));
  if (line.every((part) => "words" in part && part.words.trim() === "")) return;
  const [only] = root === "body" ? [] : linesIn(fragment);
  if (only) insertParts(only, charactersOf(only).length, only.length > 0 ? [blank, ...line] : line);
  else {
    const paragraph = new Y.XmlElement("paragraph");
    insertAt(fragment, place, paragraph);
    insertParts(paragraph, 0, line);
  }
}

type Kind<Name> = Extract<Unseen, { kind: Name }>;

const blank: Part = { words: " ", marks: {} };

const trimmed = (parts: Part[]): Part[] =>
  parts.map((part, at) => {
    if ("element" in part) return part;
    const words = at === 0 ? part.words.trimStart() : part.words;
    return { ...part, words: at === parts.length - 1 ? words.trimEnd() : words };
  });

function insertAt(fragment: Y.XmlFragment, place: number, block: Y.XmlElement): void {
  fragment.insert(Math.min(place, fragment.length), [block]);
}

/** Text of attributes, for people to read. */
const wordy = ["caption", "altText", "credit", "title"];

function bringAttributes(
  fragment: Y.XmlFragment,
  { root, place, client, name, seen, known, changed }: Kind<"attributes">,
  isNew: IsNew,
): void {
  const home = nearest(fragment, place, (block) => {
    const attributes: Record<string, unknown> = block.getAttributes();
    const isSame = Object.entries(known).every(([key, value]) => same(attributes[key], value));
    return block.nodeName === name && isNew(block) && isSame && charactersOf(block) === seen;
  });
  if (home) for (const [key, value] of Object.entries(changed)) home.setAttribute(key, value as string);
  else {
    const words = wordy.flatMap((key) =>
      typeof changed[key] === "string" ? [{ words: changed[key], marks: {} }] : [],
    );
    const pieces = words.map((part) => ({ at: 0, parts: [part] }));
    bringWords(fragment, { kind: "words", root, place, client, seen: "", pieces, marks: [] }, isNew);
  }
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** So many characters do not stand in another text by chance; and so many not in one that the same change brings. */
const telling = { anywhere: 12, new: 4 };

/** The line, as near as can be, that says the same now, or within which the same is said. */
function homeOf(fragment: Y.XmlFragment, { seen, place }: Kind<"words">, isNew: IsNew): Y.XmlElement | null {
  const { length } = seen.trim();
  if (length === 0) return null;
  const line = (says: (characters: string, block: Y.XmlElement) => boolean) =>
    nearest(fragment, place, (block) => isLine(block) && says(charactersOf(block), block));
  return (
    line((characters) => characters === seen) ??
    line(
      (characters, block) =>
        characters.includes(seen) && (length >= telling.anywhere || (length >= telling.new && isNew(block))),
    )
  );
}

function nearest(
  fragment: Y.XmlFragment,
  place: number,
  isMeant: (block: Y.XmlElement) => boolean,
): Y.XmlElement | null {
  const below = (type: unknown): Y.XmlElement[] =>
    type instanceof Y.XmlElement ? [...(isMeant(type) ? [type] : []), ...type.toArray().flatMap(below)] : [];
  const homes = fragment.toArray().map((block, at) => ({ far: Math.abs(at - place), found: below(block) }));
  return homes.sort((one, other) => one.far - other.far).flatMap(({ found }) => found)[0] ?? null;
}

const linesIn = (type: unknown): Y.XmlElement[] => {
  if (type instanceof Y.XmlElement && isLine(type)) return [type];
  return type instanceof Y.XmlFragment ? type.toArray().flatMap(linesIn) : [];
};
