import * as Y from "yjs";
import { writtenAttributes } from "../../body/written-attributes.ts";

/** Characters that are read out at most. */
export const mostRead = 50_000;

export interface WordsAdded {
  /** A line for each stretch of text; empty if there is none to be read. */
  words: string;
  /** There is more. */
  isCut: boolean;
}

/** Words that stand together, or those of one attribute, and the first of their letters. */
export interface LineAdded {
  text: string;
  first: Y.ID;
}

interface Sign {
  id: Y.ID;
  text: string;
  /** Of the attribute; null for a letter, and for one of which only later values are there. */
  attribute: string | null;
  before: Sign | null;
  after: Sign | null;
}

type Wanted = (id: Y.ID) => boolean;
const all: Wanted = () => true;

/**
 * The words that updates bring which nobody can apply, in the order in which they would stand: read item by item, without a document.
 * `isWanted`: of which letters. Never throws; what cannot be read is left out. Pure.
 */
export function wordsAdded(updates: readonly Uint8Array[], isWanted = all): WordsAdded {
  const { lines, isCut } = linesAdded(updates, isWanted, mostRead);
  return { words: lines.map(({ text }) => text).join("\n"), isCut };
}

/** The same, line by line. */
export function linesAdded(
  updates: readonly Uint8Array[],
  isWanted = all,
  limit = Number.POSITIVE_INFINITY,
): { lines: LineAdded[]; isCut: boolean } {
  const read = updates.flatMap(decoded);
  const lines: Sign[] = [];
  const signs = new Map<string, Sign>();
  let room = limit;
  for (const { structs } of read)
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || room === 0) continue;
      const length = Math.min(struct.length, room);
      place(struct, length, lines, signs);
      room -= Math.min(room, Math.max(length, valueIn(struct).length));
    }
  const gone = Y.mergeDeleteSets(read.map(({ ds }) => ds));
  const isThere: Wanted = (id) => isWanted(id) && !Y.isDeleted(gone, id);
  return { lines: lines.flatMap((first) => lineOf(first, isThere) ?? []), isCut: room === 0 };
}

type Decoded = ReturnType<typeof Y.decodeUpdate>;

function decoded(update: Uint8Array): Decoded[] {
  try {
    return [Y.decodeUpdate(update)];
  } catch {
    return [];
  }
}

const nameOf = ({ client, clock }: Y.ID): string => `${client} ${clock}`;

/** Behind what it was typed behind, or before what it was typed before; else on a line of its own. */
function place(item: Y.Item, length: number, lines: Sign[], signs: Map<string, Sign>): void {
  const {
    id: { client, clock },
    origin,
    rightOrigin,
    content,
  } = item;
  const known = (near: Y.ID | null) => (near ? signs.get(nameOf(near)) : undefined);
  let left = known(origin) ?? null;
  let right = left ? left.after : (known(rightOrigin) ?? null);
  left ??= right?.before ?? null;
  const attribute = item.parentSub ?? left?.attribute ?? null;
  // By the numbers of Yjs, which counts UTF-16 units.
  for (let at = 0; at < length; at++) {
    const again = signs.get(nameOf(Y.createID(client, clock + at)));
    if (again) {
      left = again;
      right = again.after;
      continue;
    }
    const text = content instanceof Y.ContentString ? content.str.charAt(at) : writtenIn(item, attribute);
    const sign: Sign = { id: Y.createID(client, clock + at), text, attribute, before: left, after: right };
    if (left) left.after = sign;
    else if (!right) lines.push(sign);
    if (right) right.before = sign;
    signs.set(nameOf(sign.id), sign);
    left = sign;
  }
}

const valueIn = ({ content }: Y.Item): string => {
  const [value]: unknown[] = content instanceof Y.ContentAny ? content.arr : [];
  return typeof value === "string" ? value : "";
};

/** Without its name, what no person writes is JSON: what is proposed about a block. */
function writtenIn(item: Y.Item, attribute: string | null): string {
  const value = valueIn(item);
  return (attribute === null ? !value.startsWith("{") && !value.startsWith("[") : writtenAttributes.has(attribute))
    ? value
    : "";
}

/** The line in which this sign was the first to be placed; null without words. */
function lineOf(one: Sign, isThere: Wanted): LineAdded | null {
  let start = one;
  while (start.before) start = start.before;
  let text = "";
  let first: Y.ID | null = null;
  for (let sign: Sign | null = start; sign; sign = sign.after)
    if (isThere(sign.id)) {
      text += sign.text;
      if (sign.text !== "") first ??= sign.id;
    }
  const line = readable(text);
  return first && line.trim() !== "" ? { text: line, first } : null;
}

const readable = (line: string): string =>
  line.toWellFormed().replace(/[\p{Cc}\p{Cf}]/gu, (sign) => (sign === "\n" || sign === "\u200d" ? sign : ""));
