import * as Y from "yjs";
import { documentSchema } from "../../body/annotations.ts";
import { mayHold } from "./document-grammar.ts";
import { saysSomething, typeNamed } from "./misplaced.ts";
import { lineNames } from "./story-text.ts";

export type Deleted = ReturnType<typeof Y.decodeUpdate>["ds"];
type Marks = Record<string, unknown>;
/** Words with their marks, or an amount or a break. */
export type Part = { words: string; marks: Marks } | { element: Y.XmlElement };

interface Where {
  root: string;
  /** Of the block around it, among those of its root. */
  place: number;
  /** A Yjs client that typed it. */
  client: number;
}

/** What goes with a block that somebody takes away, or moves, without having seen all of it. */
export type Unseen = Where &
  (
    | {
        kind: "words";
        /** What who takes it away had seen of the line. */
        seen: string;
        /** What they had not, and behind how many characters of `seen`. */
        pieces: { at: number; parts: Part[] }[];
        /** The line, where only a part of it goes: the editor makes its texts anew with an amount or a break that comes or goes. */
        within: Y.ID | null;
        /** Marks that were put on what they had seen, or taken off it. */
        marks: { at: number; length: number; marks: Marks }[];
      }
    | { kind: "block"; element: Y.XmlElement }
    | { kind: "attributes"; name: string; seen: string; known: Marks; changed: Marks }
  );

/** Stands for an amount or a break among the characters of a line. */
const sign = "\uFFFC";

/** Is it a line of text, as editors show it? */
export const isLine = (block: Y.XmlElement): boolean => typeNamed(documentSchema, block.nodeName)?.isTextblock === true;

/** The characters of a line, or of all that stands in a block. */
export const charactersOf = (type: unknown): string => {
  if (type instanceof Y.XmlText)
    return type
      .toDelta()
      .map(({ insert }: { insert: string }) => insert)
      .join("");
  if (!(type instanceof Y.XmlFragment)) return "";
  if (type instanceof Y.XmlElement && type.length === 0 && !isLine(type)) return sign;
  return type.toArray().map(charactersOf).join("");
};

/** What of `doc` goes with what `asked` takes away, though nobody asked for that. */
export function unseenIn(doc: Y.Doc, asked: Deleted): Unseen[] {
  const found: Unseen[] = [];
  const look = (block: unknown, root: string, place: number, isAround: boolean): void => {
    if (!(block instanceof Y.XmlElement) || !block._item) return;
    const isSeen = Y.isDeleted(asked, block._item.id);
    if (isAround && !isSeen && mayHold(root, "doc", block.nodeName) && saysSomething(documentSchema, block)) {
      found.push({ kind: "block", element: block, root, place, client: block._item.id.client });
      return;
    }
    const isGone = isAround || isSeen;
    if (isGone && isSeen) found.push(...attributesOf(block, asked).map((unseen) => ({ ...unseen, root, place })));
    if (isLine(block)) {
      const gone = isGone
        ? block.toArray()
        : block.toArray().filter(({ _item }) => _item && Y.isDeleted(asked, _item.id));
      const within = isGone ? null : block._item.id;
      found.push(...wordsOf(gone, within, asked).map((unseen) => ({ ...unseen, root, place })));
    } else for (const child of block.toArray()) look(child, root, place, isGone);
  };
  for (const root of [...lineNames, "body"])
    for (const [place, block] of doc.getXmlFragment(root).toArray().entries()) look(block, root, place, false);
  return found;
}

type Found<Kind> = Omit<Extract<Unseen, { kind: Kind }>, "root" | "place">;

function wordsOf(parts: unknown[], line: Y.ID | null, asked: Deleted): (Found<"words"> | Found<"attributes">)[] {
  const changed: Found<"attributes">[] = [];
  const [pieces, marks]: [Found<"words">["pieces"], Found<"words">["marks"]] = [[], []];
  let [seen, client] = ["", 0];
  const add = (part: Part) => {
    const last = pieces.at(-1);
    if (last?.at !== seen.length) pieces.push({ at: seen.length, parts: [part] });
    else if (!joins(last.parts.at(-1), part)) last.parts.push(part);
  };
  for (const child of parts) {
    if (child instanceof Y.XmlElement && child._item) {
      if (Y.isDeleted(asked, child._item.id)) {
        changed.push(...attributesOf(child, asked));
        // In a line that stays, it is this that somebody took out.
        if (line === null) seen += sign;
      } else {
        add({ element: child });
        client = child._item.id.client;
      }
    }
    if (!(child instanceof Y.XmlText)) continue;
    for (const unit of unitsOf(child, asked)) {
      if (!unit.isSeen) {
        add({ words: unit.character, marks: unit.marks });
        client = unit.client;
        continue;
      }
      if (unit.newMarks) {
        const last = marks.at(-1);
        const isNext = last && last.at + last.length === seen.length && same(last.marks, unit.newMarks);
        if (isNext) last.length++;
        else marks.push({ at: seen.length, length: 1, marks: unit.newMarks });
        client ||= unit.client;
      }
      seen += unit.character;
    }
  }
  const says = pieces.some(({ parts }) => parts.some((part) => "element" in part || part.words.trim() !== ""));
  if (!says && marks.length === 0) return changed;
  return [...changed, { kind: "words", seen, pieces, within: line, marks, client }];
}

/** Puts more words to those before, if they have the same marks. */
function joins(last: Part | undefined, part: Part): boolean {
  if (!last || "element" in last || "element" in part || !same(last.marks, part.marks)) return false;
  last.words += part.words;
  return true;
}

interface Unit {
  character: string;
  isSeen: boolean;
  marks: Marks;
  /** What of its marks who takes it away had not seen; null for one that is off now. */
  newMarks: Marks | null;
  client: number;
}

function* unitsOf(text: Y.XmlText, asked: Deleted): Generator<Unit> {
  const [now, known] = [new Map<string, unknown>(), new Map<string, unknown>()];
  let client = 0;
  for (let item = text._start; item; item = item.right) {
    if (item.deleted) continue;
    if (item.content instanceof Y.ContentFormat) {
      const { key, value } = item.content;
      put(now, key, value);
      if (Y.isDeleted(asked, item.id)) put(known, key, value);
      else client = item.id.client;
    }
    if (!(item.content instanceof Y.ContentString)) continue;
    const [marks, newMarks] = [Object.fromEntries(now), differenceOf(known, now)];
    for (const [offset, character] of item.content.str.split("").entries()) {
      const isSeen = Y.isDeleted(asked, Y.createID(item.id.client, item.id.clock + offset));
      yield { character, isSeen, marks, newMarks, client: isSeen ? client : item.id.client };
    }
  }
}

const put = (marks: Map<string, unknown>, key: string, value: unknown) =>
  value === null ? marks.delete(key) : marks.set(key, value);

function differenceOf(known: Map<string, unknown>, now: Map<string, unknown>): Marks | null {
  const keys = [...new Set([...known.keys(), ...now.keys()])].filter((key) => !same(known.get(key), now.get(key)));
  return keys.length > 0 ? Object.fromEntries(keys.map((key) => [key, now.get(key) ?? null])) : null;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function attributesOf(element: Y.XmlElement, asked: Deleted): Found<"attributes">[] {
  const [known, changed]: [Marks, Marks] = [{}, {}];
  let client = 0;
  for (const [key, item] of element._map) {
    if (item.deleted) continue;
    const value = element.getAttribute(key);
    if (Y.isDeleted(asked, item.id)) known[key] = value;
    else {
      changed[key] = value;
      client = item.id.client;
    }
  }
  if (Object.keys(changed).length === 0) return [];
  return [{ kind: "attributes", name: element.nodeName, seen: seenIn(element, asked), known, changed, client }];
}

/** As `charactersOf`, of what they had seen. */
function seenIn(block: Y.XmlElement, asked: Deleted): string {
  if (block.length === 0 && !isLine(block)) return sign;
  return block
    .toArray()
    .map((child) => {
      if (child instanceof Y.XmlElement)
        return child._item && Y.isDeleted(asked, child._item.id) ? seenIn(child, asked) : "";
      return child instanceof Y.XmlText ? seenOf([...unitsOf(child, asked)]) : "";
    })
    .join("");
}

const seenOf = (units: Unit[]): string =>
  units
    .filter(({ isSeen }) => isSeen)
    .map(({ character }) => character)
    .join("");
