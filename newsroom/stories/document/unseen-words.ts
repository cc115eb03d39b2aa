import * as Y from "yjs";
import { writtenWords } from "../../body/written-attributes.ts";
import { insertParts, markPart } from "./line-parts.ts";
import { isLost, type Overwritten, overwrittenIn } from "./overwritten.ts";
import { charactersOf, type Deleted, isLine, type Part, type Unseen, unseenIn } from "./unseen.ts";

/**
 * In Yjs a block that is moved, or joined to another, is deleted and made anew, and what others typed in it meanwhile goes with it though
 * nobody asked for that. Answers the update with that put back, marks, amounts and captions as well: where the same words stand now, or
 * else as a line of its own. So do the words of an attribute in which it writes something else. `client` is the Yjs client that brings
 * it, `typedBy` one that typed it. Null if it takes away nothing unseen. `seen`: what its author took out, if it takes out more.
 */
export function withUnseenWords(
  doc: Y.Doc,
  update: Uint8Array,
  seen?: Deleted,
): { update: Uint8Array; client: number; typedBy: number } | null {
  const decoded = Y.decodeUpdate(update);
  const overwritten = overwrittenIn(doc, decoded);
  const unseen = takesBlocks(doc, decoded.ds) ? unseenIn(doc, withSeen(seen ?? decoded.ds, overwritten)) : [];
  if (unseen.length + overwritten.length === 0) return null;
  const after = new Y.Doc();
  Y.applyUpdate(after, Y.encodeStateAsUpdate(doc));
  Y.applyUpdate(after, update);
  const brought: Uint8Array[] = [];
  after.on("update", (one: Uint8Array) => brought.push(one));
  const isNew = ({ _item }: Y.XmlElement) => _item !== null && _item.id.clock >= Y.getState(doc.store, _item.id.client);
  const hasDead = decoded.structs.some((struct) => struct instanceof Y.GC);
  const lost = linesOf(
    doc,
    overwritten.filter((one) => isLost(after, one)),
  );
  const all = [...unseen, ...lost].sort((one, other) => one.place - other.place);
  after.transact(() => {
    // While their blocks say what they said.
    for (const unseen of all) if (unseen.kind === "attributes") bringBack(after, unseen, { isNew, hasDead });
    // From the last one, so that the places before it stay.
    for (const unseen of all.toReversed())
      if (unseen.kind !== "attributes") bringBack(after, unseen, { isNew, hasDead });
  });
  const [first] = all;
  if (!first || brought.length === 0) return null;
  return { update: Y.mergeUpdates([update, ...brought]), client: after.clientID, typedBy: first.client };
}

/** May it take away what its author has not seen? Most that is typed does not, and a look at all blocks costs. */
export function mayTakeUnseen(doc: Y.Doc, update: Uint8Array): boolean {
  const decoded = Y.decodeUpdate(update);
  return takesBlocks(doc, decoded.ds) || overwrittenIn(doc, decoded).length > 0;
}

/** Does it delete more than letters? */
function takesBlocks(doc: Y.Doc, { clients }: Deleted): boolean {
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

/** What is overwritten becomes a line, and must not take the place of what overwrites it. */
const withSeen = (asked: Deleted, overwritten: readonly Overwritten[]): Deleted =>
  Y.mergeDeleteSets([
    asked,
    ...overwritten.map(({ id }) => ({ clients: new Map([[id.client, [{ clock: id.clock, len: 1 }]]]) })),
  ]);

/** A line for each block, behind it. */
function linesOf(doc: Y.Doc, overwritten: readonly Overwritten[]): Kind<"words">[] {
  const blocks = doc.getXmlFragment("body").toArray();
  return [...Map.groupBy(overwritten, ({ element }) => element)].flatMap(([element, ones]) => {
    const [first] = ones;
    const place = blocks.findIndex((block) => block === element || Y.isParentOf(block, element._item));
    const words = [...new Set(ones.map(({ words }) => words))].join(" ");
    const pieces = [{ at: 0, parts: [{ words, marks: {} }] }];
    const line = { root: "body", place: place + 1, seen: "", pieces, within: null, marks: [] };
    return first ? [{ kind: "words", ...line, client: first.id.client }] : [];
  });
}

/** Does the update bring this block? */
type IsNew = (block: Y.XmlElement) => boolean;

interface Brought {
  isNew: IsNew;
  /** The update brings what is gone already: nobody can read it any more. */
  hasDead: boolean;
}

function bringBack(doc: Y.Doc, unseen: Unseen, brought: Brought): void {
  const fragment = doc.getXmlFragment(unseen.root);
  if (unseen.kind === "words") bringWords(fragment, unseen, brought.isNew);
  else if (unseen.kind === "block") insertAt(fragment, unseen.place, unseen.element.clone() as Y.XmlElement);
  else bringAttributes(fragment, unseen, brought);
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

function bringAttributes(fragment: Y.XmlFragment, unseen: Kind<"attributes">, { isNew, hasDead }: Brought): void {
  const { root, place, client, name, seen, known, changed } = unseen;
  const home = nearest(fragment, place, (block) => {
    const attributes: Record<string, unknown> = block.getAttributes();
    const isSame = Object.entries(known).every(([key, value]) => same(attributes[key], value));
    return block.nodeName === name && isNew(block) && isSame && charactersOf(block) === seen;
  });
  const there: Record<string, unknown> = home?.getAttributes() ?? {};
  const words = new Set<string>();
  for (const [key, value] of Object.entries(changed)) {
    const said = writtenWords(name, { ...known, ...changed }, key);
    // Who moved it may have written there as well: here, or before in the one that is gone.
    const mayBeNew = hasDead || Boolean(home?._map.get(key)?.left);
    const isWritten = mayBeNew && said !== "" && writtenWords(name, there, key) !== "" && !same(there[key], value);
    if (home && !isWritten) home.setAttribute(key, value as string);
    else words.add(said);
  }
  const pieces = [...words].filter((said) => said !== "").map((words) => ({ at: 0, parts: [{ words, marks: {} }] }));
  bringWords(fragment, { kind: "words", root, place, client, seen: "", pieces, within: null, marks: [] }, isNew);
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** So many characters do not stand in another text by chance; and so many not in one that the same change brings. */
const telling = { anywhere: 12, new: 4 };

/** The line, as near as can be, that says the same now, or within which the same is said. */
function homeOf(fragment: Y.XmlFragment, { seen, place, within }: Kind<"words">, isNew: IsNew): Y.XmlElement | null {
  const { length } = seen.trim();
  if (length === 0) return null;
  const line = (says: (characters: string, block: Y.XmlElement) => boolean) =>
    nearest(fragment, place, (block) => isLine(block) && says(charactersOf(block), block));
  return (
    line((characters, { _item }) => Y.compareIDs(_item?.id ?? null, within) && characters.includes(seen)) ??
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
