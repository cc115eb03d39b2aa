import * as Y from "yjs";
import { linesAdded } from "../revisions/words-added.ts";
import { joinedUpdates } from "./joined-updates.ts";
import { lineNames } from "./story-text.ts";

/** Where words belong whose own block is gone: the root, and the block of it that they were typed in. */
interface Home {
  root: string;
  block: Y.Item | null;
  /** In a block that came with them. */
  isOwn: boolean;
}

/**
 * Applies what was typed without having seen what others did meanwhile. In Yjs a block that is moved, joined to another or given another
 * kind is deleted and made anew, and what was typed in the old one is dead on arrival: those words come as lines of their own, near where
 * their block stood. So do those of an attribute, also where somebody else's stand in their place. In one step, so that nobody can have the
 * one without the other and bring the words twice.
 */
export function applyLate(doc: Y.Doc, updates: readonly Uint8Array[], origin: unknown): void {
  const known = Y.decodeStateVector(Y.encodeStateVector(doc));
  const isNew = ({ client, clock }: Y.ID) => clock >= (known.get(client) ?? 0);
  doc.transact((transaction) => {
    const update = joinedUpdates(updates);
    Y.applyUpdate(doc, update, origin);
    // Or Yjs takes what is written below for somebody else's, who writes as this client, and takes another number.
    transaction.local = true;
    const isStranded = (id: Y.ID) => isNew(id) && isDead(doc, id);
    const { lines } = linesAdded(updates, isStranded);
    if (lines.length === 0) return;
    const brought = broughtIn(update, isNew);
    const placed = lines.map(({ text, first }) => ({ text: text.trim(), home: homeOf(doc, brought, first) }));
    const ready = joined(placed).map(({ text, home }) => ({ text, root: home.root, place: placeOf(doc, home) }));
    // From the last one, so that the places before it stay.
    for (const { text, root, place } of ready.toSorted((one, other) => one.place - other.place).reverse())
      bringBack(doc, root, place, text);
  }, origin);
}

const isDead = (doc: Y.Doc, { client, clock }: Y.ID): boolean =>
  clock < Y.getState(doc.store, client) && Y.getItem(doc.store, Y.createID(client, clock)).deleted;

/** What was typed here and there in one block comes as one line. */
function joined(placed: { text: string; home: Home }[]): { text: string; home: Home }[] {
  const lines: { text: string; home: Home }[] = [];
  for (const { text, home } of placed) {
    const same = lines.find(
      (line) => !home.isOwn && !line.home.isOwn && home.block !== null && line.home.block === home.block,
    );
    if (same) same.text += ` ${text}`;
    else lines.push({ text, home });
  }
  return lines;
}

type Brought = (id: Y.ID) => Y.Item | null;

/** Finds what an update brings. */
function broughtIn(update: Uint8Array, isNew: (id: Y.ID) => boolean): Brought {
  const items = new Map<number, Y.Item[]>();
  for (const struct of Y.decodeUpdate(update).structs) {
    if (!(struct instanceof Y.Item)) continue;
    const before = items.get(struct.id.client);
    if (before) before.push(struct);
    else items.set(struct.id.client, [struct]);
  }
  return (wanted) => {
    const { client, clock } = wanted;
    const found = items.get(client)?.find(({ id, length }) => clock >= id.clock && clock < id.clock + length);
    return found && isNew(wanted) ? found : null;
  };
}

/** Follows what stands beside or around a letter until something that the document had before. */
function homeOf(doc: Y.Doc, brought: Brought, letter: Y.ID): Home {
  let isOwn = false;
  let at = letter;
  for (let item = brought(at); item; item = brought(at)) {
    if (item.content instanceof Y.ContentType) isOwn = true;
    const next = item.origin ?? item.rightOrigin ?? item.parent;
    if (!(next instanceof Y.ID)) return { root: typeof next === "string" ? next : "body", block: null, isOwn };
    at = next;
  }
  return { ...blockAround(doc, at), isOwn };
}

/**
 * Yjs forgets which block dead letters stood in. It remembers that there was one; and a block is made right before its letters, by the
 * same client.
 */
function blockAround(doc: Y.Doc, at: Y.ID): Omit<Home, "isOwn"> {
  const top = topOf(doc, at);
  let nearest: { root: string; block: Y.Item } | null = null;
  for (const root of [...lineNames, "body"])
    for (let block = doc.getXmlFragment(root)._start; block; block = block.right) {
      if (block === top) return { root, block };
      if (block.id.client !== at.client || block.id.clock > at.clock) continue;
      if (!nearest || block.id.clock > nearest.block.id.clock) nearest = { root, block };
    }
  return nearest ?? { root: "body", block: null };
}

function topOf(doc: Y.Doc, { client, clock }: Y.ID): Y.Item | null {
  if (clock >= Y.getState(doc.store, client)) return null;
  const found: unknown = Y.getItem(doc.store, Y.createID(client, clock));
  let top: Y.Item | null = null;
  for (let item = found; item instanceof Y.Item; ) {
    top = item;
    item = item.parent instanceof Y.AbstractType ? item.parent._item : null;
  }
  return top;
}

/** Behind what stands before the block that is gone, or behind the block; at the end where nothing is known. */
function placeOf(doc: Y.Doc, { root, block }: Home): number {
  const fragment = doc.getXmlFragment(root);
  if (!block) return fragment.length;
  let place = 0;
  for (let before = fragment._start; before && before !== block; before = before.right)
    if (!before.deleted && before.countable) place += before.length;
  return block.deleted ? place : place + 1;
}

function bringBack(doc: Y.Doc, root: string, place: number, text: string): void {
  const fragment = doc.getXmlFragment(root);
  const only = root === "body" ? null : fragment.toArray().find((line) => line instanceof Y.XmlElement);
  const line = only?.toArray().find((part) => part instanceof Y.XmlText);
  if (line) line.insert(line.length, line.length > 0 ? ` ${text}` : text);
  else {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(text)]);
    fragment.insert(place, [paragraph]);
  }
}
