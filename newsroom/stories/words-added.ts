import * as Y from "yjs";

/** Characters that are read out at most. */
export const mostRead = 50_000;

export interface WordsAdded {
  /** A line for each stretch of text; empty if there is none to be read. */
  words: string;
  /** There is more. */
  isCut: boolean;
}

interface Sign {
  id: Y.ID;
  text: string;
  before: Sign | null;
  after: Sign | null;
}

/**
 * The words that updates bring which nobody can apply, in the order in which they would stand: read item by item, without a document.
 * Never throws; what cannot be read is left out. Pure.
 */
export function wordsAdded(updates: readonly Uint8Array[]): WordsAdded {
  const all = updates.flatMap(decoded);
  const lines: Sign[] = [];
  const signs = new Map<string, Sign>();
  let room = mostRead;
  for (const { structs } of all)
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || struct.parentSub !== null || room === 0) continue;
      const length = Math.min(struct.length, room);
      place(struct, length, lines, signs);
      room -= length;
    }
  const gone = Y.mergeDeleteSets(all.map(({ ds }) => ds));
  const words = lines.map((first) => readable(lineOf(first, gone))).filter((line) => line.trim() !== "");
  return { words: words.join("\n"), isCut: room === 0 };
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
  // By the numbers of Yjs, which counts UTF-16 units.
  for (let at = 0; at < length; at++) {
    const again = signs.get(nameOf(Y.createID(client, clock + at)));
    if (again) {
      left = again;
      right = again.after;
      continue;
    }
    const text = content instanceof Y.ContentString ? content.str.charAt(at) : "";
    const sign: Sign = { id: Y.createID(client, clock + at), text, before: left, after: right };
    if (left) left.after = sign;
    else if (!right) lines.push(sign);
    if (right) right.before = sign;
    signs.set(nameOf(sign.id), sign);
    left = sign;
  }
}

/** The line in which this sign was the first to be placed. */
function lineOf(one: Sign, gone: Decoded["ds"]): string {
  let first = one;
  while (first.before) first = first.before;
  let line = "";
  for (let sign: Sign | null = first; sign; sign = sign.after) if (!Y.isDeleted(gone, sign.id)) line += sign.text;
  return line;
}

const readable = (line: string): string =>
  line.toWellFormed().replace(/[\p{Cc}\p{Cf}]/gu, (sign) => (sign === "\n" || sign === "\u200d" ? sign : ""));
