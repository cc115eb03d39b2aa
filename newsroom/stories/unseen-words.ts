import * as Y from "yjs";
import { lineNames } from "./story-text.ts";

/** What of one text goes with a block that somebody takes away, or moves, without having seen all of it. */
interface Unseen {
  root: string;
  /** Of the block around it, among those of its root. */
  place: number;
  /** What who takes it away had seen. */
  seen: string;
  /** What they had not, and behind how many characters of `seen`. */
  words: { at: number; text: string }[];
  client: number;
}

type Asked = ReturnType<typeof Y.decodeUpdate>["ds"];

/**
 * In Yjs a block that is moved, or joined to another, is deleted and made anew, and what others typed in it meanwhile goes with it though
 * nobody asked for that. Answers the update with those words put back: where the same words stand now, or else as a line of their own.
 * `client` is the Yjs client that brings them, `typedBy` one that typed them. Null if it takes away nothing unseen.
 */
export function withUnseenWords(
  doc: Y.Doc,
  update: Uint8Array,
): { update: Uint8Array; client: number; typedBy: number } | null {
  const { ds } = Y.decodeUpdate(update);
  const [first, ...others] = takesBlocks(doc, ds) ? unseenIn(doc, ds) : [];
  if (!first) return null;
  const after = new Y.Doc();
  Y.applyUpdate(after, Y.encodeStateAsUpdate(doc));
  Y.applyUpdate(after, update);
  const brought: Uint8Array[] = [];
  after.on("update", (one: Uint8Array) => brought.push(one));
  // From the last one, so that the places before it stay.
  after.transact(() => {
    for (const unseen of [first, ...others].reverse()) bringBack(after, unseen);
  });
  return { update: Y.mergeUpdates([update, ...brought]), client: after.clientID, typedBy: first.client };
}

/** Does it delete more than letters? Most that is typed does not, and a look at all blocks costs. */
const takesBlocks = (doc: Y.Doc, { clients }: Asked): boolean =>
  [...clients].some(([client, ranges]) => {
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

function unseenIn(doc: Y.Doc, asked: Asked): Unseen[] {
  const found: Unseen[] = [];
  const look = (type: unknown, root: string, place: number, isAround: boolean): void => {
    if (!(type instanceof Y.AbstractType) || !type._item) return;
    const isGone = isAround || Y.isDeleted(asked, type._item.id);
    if (type instanceof Y.XmlElement) for (const child of type.toArray()) look(child, root, place, isGone);
    const unseen = isGone && type instanceof Y.XmlText ? unseenOf(type, asked) : null;
    if (unseen) found.push({ ...unseen, root, place });
  };
  for (const root of [...lineNames, "body"])
    for (const [place, block] of doc.getXmlFragment(root).toArray().entries()) look(block, root, place, false);
  return found;
}

function unseenOf(text: Y.XmlText, asked: Asked): Pick<Unseen, "seen" | "words" | "client"> | null {
  let seen = "";
  const words: Unseen["words"] = [];
  let client = 0;
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    for (const [offset, unit] of item.content.str.split("").entries()) {
      if (Y.isDeleted(asked, Y.createID(item.id.client, item.id.clock + offset))) {
        seen += unit;
        continue;
      }
      client = item.id.client;
      const last = words.at(-1);
      if (last?.at === seen.length) last.text += unit;
      else words.push({ at: seen.length, text: unit });
    }
  }
  return words.some(({ text }) => text.trim() !== "") ? { seen, words, client } : null;
}

function bringBack(doc: Y.Doc, { root, place, seen, words }: Unseen): void {
  const fragment = doc.getXmlFragment(root);
  const home = homeOf(fragment, seen, place);
  if (home) {
    const start = plain(home).indexOf(seen);
    for (const { at, text } of words.toReversed()) home.insert(start + at, text);
    return;
  }
  const line = words.map(({ text }) => text.trim()).join(" ");
  const [only] = root === "body" ? [] : textsIn(fragment);
  if (only) only.insert(only.length, only.length > 0 ? ` ${line}` : line);
  else {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(line)]);
    fragment.insert(Math.min(place, fragment.length), [paragraph]);
  }
}

/** So many characters do not stand in another text by chance. */
const telling = 12;

/** The text, as near as can be, that says the same now, or within which the same is said. */
function homeOf(fragment: Y.XmlFragment, seen: string, place: number): Y.XmlText | null {
  if (seen.trim() === "") return null;
  const homes = fragment
    .toArray()
    .map((block, at) => ({ far: Math.abs(at - place), texts: textsIn(block) }))
    .sort((one, other) => one.far - other.far)
    .flatMap(({ texts }) => texts);
  const within = seen.length >= telling ? homes.find((text) => plain(text).includes(seen)) : undefined;
  return homes.find((text) => plain(text) === seen) ?? within ?? null;
}

const textsIn = (type: unknown): Y.XmlText[] =>
  type instanceof Y.XmlText ? [type] : type instanceof Y.XmlFragment ? type.toArray().flatMap(textsIn) : [];

const plain = (text: Y.XmlText): string =>
  text
    .toDelta()
    .map(({ insert }: { insert: unknown }) => (typeof insert === "string" ? insert : ""))
    .join("");
