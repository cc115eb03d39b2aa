import * as Y from "yjs";
import { type Deleted, isLine } from "../document/unseen.ts";
import { type Atom, atomPairs, atomsIn, isAtom } from "./atoms.ts";
import type { Elsewhere } from "./elsewhere.ts";
import { pairs } from "./moved.ts";
import type { Moved, Moves } from "./moves.ts";
import { departedIn, type Stretch } from "./stretches.ts";

interface Asked {
  /** What an update takes out, by the places where it was typed. */
  asked: Deleted;
  /** The same where it stands now, if it is gone from there. */
  elsewhere: Elsewhere;
  moves: Moves;
  /** All that it takes out is what its author took out. */
  isExact: boolean;
  /** What of the update stands in the text. */
  arrived: { stretches: readonly Stretch[]; atoms: readonly Atom[] };
}

/** A line is moved on if so much of it is: the rest was taken out of it. */
const enough = 0.5;
/** Where others may have taken it out. */
const nearlyAll = 0.8;

/**
 * What has to go from where others moved it, so that an update takes out there what it took out, and what it moved as well is not there
 * twice. What it only took out as a whole stays where they moved it. `moved`: what it brings again.
 */
export function movedOn(
  doc: Y.Doc,
  { asked, elsewhere, moves, arrived, isExact }: Asked,
): { gone: Deleted; moved: Moved[] } {
  const taken = setOf([
    ...elsewhere.stretches.flat().map(({ id, text }) => ({ id, length: text.length })),
    ...elsewhere.atoms.map(({ id }) => ({ id, length: 1 })),
  ]);
  // As they stand by now, with what was typed in them; and as they were typed, for others may have taken them apart.
  const departed = [...departedIn(doc, taken), ...elsewhere.stretches, ...departedIn(doc, asked)];
  const moved = [
    ...pairs(departed, arrived.stretches),
    ...atomPairs([...elsewhere.atoms, ...atomsIn(doc, asked)], arrived.atoms),
  ];
  const again = setOf(moved.map(({ from, length }) => ({ id: from, length })));
  const gone: Part[] = [];
  const emptied = new Set<Y.XmlElement>();
  for (const home of homesOf(doc, taken)) {
    const parts = partsOf(home).filter(({ id }) => moves.isMoved(id));
    const there = parts.filter(({ id }) => Y.isDeleted(taken, id));
    const on = there.filter(({ id }) => Y.isDeleted(again, id));
    const isWhole = there.length === parts.length;
    const isOn = on.length >= there.length * (isExact ? enough : nearlyAll);
    const goes = (isWhole && isOn) || (isExact && !isWhole) ? there : on;
    gone.push(...goes, ...atomsOf(home, goes).flatMap(selfOf));
    if (isWhole && isOn) emptied.add(home);
  }
  for (const block of doc.getXmlFragment("body").toArray()) gone.push(...emptyParts(block, emptied));
  return { gone: setOf(gone), moved };
}

interface Part {
  id: Y.ID;
  length: number;
}

function setOf(parts: readonly Part[]): Deleted {
  const set = Y.createDeleteSet();
  for (const { id, length } of parts) {
    const ranges = set.clients.get(id.client);
    const range = { clock: id.clock, len: length };
    if (ranges) ranges.push(range);
    else set.clients.set(id.client, [range]);
  }
  return Y.mergeDeleteSets([set]);
}

/** The lines, and the pictures and the like outside of lines, that these parts stand in. */
function homesOf(doc: Y.Doc, { clients }: Deleted): Set<Y.XmlElement> {
  const homes = new Set<Y.XmlElement>();
  for (const [client, ranges] of clients)
    for (const { clock, len } of ranges)
      for (let at = clock; at < clock + len; ) {
        const item: unknown = Y.getItem(doc.store, Y.createID(client, at));
        if (!(item instanceof Y.Item)) break;
        const home = homeOf(item);
        if (home) homes.add(home);
        at = item.id.clock + item.length;
      }
  return homes;
}

function homeOf({ content, parent }: Y.Item): Y.XmlElement | null {
  const around = parent instanceof Y.XmlText ? parent.parent : parent;
  if (around instanceof Y.XmlElement && isLine(around)) return around;
  return content instanceof Y.ContentType && content.type instanceof Y.XmlElement ? content.type : null;
}

/** Each character and atom of a line; of an atom itself. */
function partsOf(home: Y.XmlElement): Part[] {
  if (!isLine(home)) return home._item ? [one(home._item)] : [];
  return home.toArray().flatMap((child) => {
    if (child instanceof Y.XmlElement) return child._item ? [one(child._item)] : [];
    return itemsOf(child as Y.XmlText).flatMap(({ id, content, length }) =>
      content instanceof Y.ContentString
        ? Array.from({ length }, (_, at) => ({ id: Y.createID(id.client, id.clock + at), length: 1 }))
        : [],
    );
  });
}

const atomsOf = (line: Y.XmlElement, parts: readonly Part[]): Y.XmlElement[] =>
  line
    .toArray()
    .filter(
      (child) => child instanceof Y.XmlElement && parts.some(({ id }) => Y.compareIDs(id, child._item?.id ?? null)),
    ) as Y.XmlElement[];

/** A block goes with all that is left of it once its lines are empty; of a list, its items. */
function emptyParts(block: unknown, emptied: ReadonlySet<Y.XmlElement>): Part[] {
  if (!(block instanceof Y.XmlElement)) return [];
  const homes = homesIn(block);
  if (!homes.some((home) => emptied.has(home))) return [];
  if (homes.every((home) => emptied.has(home) || (isLine(home) && home.length === 0))) return allOf(block);
  return isList(block) ? block.toArray().flatMap((item) => emptyParts(item, emptied)) : [];
}

const isList = ({ nodeName }: Y.XmlElement): boolean => nodeName === "bulletList" || nodeName === "orderedList";

const homesIn = (block: Y.XmlElement): Y.XmlElement[] =>
  isLine(block) || isAtom(block)
    ? [block]
    : block.toArray().flatMap((child) => (child instanceof Y.XmlElement ? homesIn(child) : []));

/** A block as it was when it was moved there: what was written in it since is not among it, nor the characters and atoms of its lines. */
function allOf(block: Y.XmlElement): Part[] {
  const children = block.toArray().flatMap((child): Part[] => {
    if (child instanceof Y.XmlElement) return isLine(block) ? [] : allOf(child);
    return child instanceof Y.XmlText && child._item ? [one(child._item), ...marksMovedIn(child)] : [];
  });
  return [...selfOf(block), ...children];
}

/** A block and its attributes, as they were first. */
const selfOf = ({ _item, _map }: Y.XmlElement): Part[] => {
  const first = [..._map.values()].filter(({ deleted, left }) => !deleted && left === null);
  return _item ? [_item, ...first].map(one) : [];
};

/** The marks that were made with the characters that they stand around. */
function marksMovedIn(text: Y.XmlText): Part[] {
  const items = itemsOf(text);
  const letters = items.filter(({ content }) => content instanceof Y.ContentString);
  return items
    .filter(({ id, content }) => {
      if (!(content instanceof Y.ContentFormat)) return false;
      return letters.some(
        ({ id: { client, clock }, length }) =>
          client === id.client && id.clock >= clock - 1 && id.clock <= clock + length,
      );
    })
    .map(one);
}

const one = ({ id }: Y.Item): Part => ({ id, length: 1 });

function itemsOf({ _start }: Y.XmlText): Y.Item[] {
  const items: Y.Item[] = [];
  for (let item = _start; item; item = item.right) if (!item.deleted) items.push(item);
  return items;
}
