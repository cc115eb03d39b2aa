import * as Y from "yjs";
import type { Deleted } from "../document/unseen.ts";

/** Characters, so many from `id` on, as Yjs counts: UTF-16 units. */
interface Letters {
  id: Y.ID;
  text: string;
}

/** Characters of one text, one after the other. */
export type Stretch = Letters[];

/** What an update brings in one go, and what stood beside it when it was typed. */
export interface Arrived {
  letters: Stretch;
  /** The first that came of it. */
  id: Y.ID;
  /** Marks that begin or end in it, each before so many of its characters. A mark alone has none. */
  marks: { at: number; key: string; value: unknown }[];
  left: Y.ID | null;
  right: Y.ID | null;
  /** The text that it was typed in, if nothing stood beside it. */
  text: Y.ID | null;
}

export const wordsOf = (stretch: Stretch): string => stretch.map(({ text }) => text).join("");

/** The characters of `doc` that go with `asked`: a stretch for each text that they stand in. */
export function departedIn(doc: Y.Doc, asked: Deleted): Stretch[] {
  const texts = new Set<Y.XmlText>();
  const whole = new Set<Y.XmlText>();
  for (const [client, ranges] of asked.clients)
    for (const { clock, len } of ranges) {
      const end = Math.min(clock + len, Y.getState(doc.store, client));
      for (let at = clock; at < end; ) {
        const item = Y.getItem(doc.store, Y.createID(client, at));
        if (isWritten(item) && item.parent instanceof Y.XmlText) texts.add(item.parent);
        else if (!item.deleted && item.content instanceof Y.ContentType)
          for (const text of textsBelow(item.content.type)) whole.add(text);
        at = item.id.clock + item.length;
      }
    }
  return [...new Set([...texts, ...whole])].map((text) => {
    const stretch: Stretch = [];
    for (let item = text._start; item; item = item.right) {
      if (!isWritten(item)) continue;
      stretch.push(...(whole.has(text) ? [{ id: item.id, text: item.content.str }] : partsIn(asked, item)));
    }
    return stretch;
  });
}

const textsBelow = (type: unknown): Y.XmlText[] => {
  if (type instanceof Y.XmlText) return [type];
  return type instanceof Y.XmlFragment ? type.toArray().flatMap(textsBelow) : [];
};

/** The characters that an update brings, in the order in which they would stand, without those that it takes out again. */
export function arrivedIn({ structs, ds }: ReturnType<typeof Y.decodeUpdate>): Arrived[] {
  const all: Line[] = [];
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    const { content, id, origin, rightOrigin, parent } = struct;
    const isMark = content instanceof Y.ContentFormat;
    if (!(content instanceof Y.ContentString || content instanceof Y.ContentDeleted || isMark)) continue;
    const text = content instanceof Y.ContentString ? content.str : "";
    const piece: Piece = { id, text, length: struct.length, mark: isMark ? content : null };
    const behind = origin && placeBehind(all, origin);
    const before = behind ? null : rightOrigin && placeBefore(all, rightOrigin);
    const place = behind ?? before;
    if (place) place.line.pieces.splice(place.index, 0, piece);
    else
      all.push({ id, pieces: [piece], left: origin, right: rightOrigin, text: parent instanceof Y.ID ? parent : null });
  }
  return all.map(({ pieces, ...beside }) => {
    const letters: Stretch = [];
    const marks: Arrived["marks"] = [];
    let at = 0;
    for (const piece of pieces) {
      if (piece.mark && !Y.isDeleted(ds, piece.id)) marks.push({ at, key: piece.mark.key, value: piece.mark.value });
      const rest = without(ds, piece);
      letters.push(...rest);
      at += wordsOf(rest).length;
    }
    return { letters, marks, ...beside };
  });
}

/** Letters, without them where they are gone again, or a mark. */
interface Piece extends Letters {
  length: number;
  mark: Y.ContentFormat | null;
}

interface Line extends Omit<Arrived, "letters" | "marks"> {
  pieces: Piece[];
}

type Place = { line: Line; index: number } | null;

const has = (piece: Piece, { client, clock }: Y.ID): boolean =>
  piece.id.client === client && clock >= piece.id.clock && clock < piece.id.clock + piece.length;

function placeBehind(lines: Line[], near: Y.ID): Place {
  // What is typed follows on what was typed last.
  for (const line of lines.toReversed()) {
    const index = line.pieces.findLastIndex((piece) => has(piece, near));
    const piece = line.pieces[index];
    if (!piece) continue;
    split(line, index, near.clock + 1 - piece.id.clock);
    return { line, index: index + 1 };
  }
  return null;
}

function placeBefore(lines: Line[], near: Y.ID): Place {
  for (const line of lines.toReversed()) {
    const index = line.pieces.findIndex((piece) => has(piece, near));
    const piece = line.pieces[index];
    if (!piece) continue;
    const isSplit = split(line, index, near.clock - piece.id.clock);
    return { line, index: isSplit ? index + 1 : index };
  }
  return null;
}

function split(line: Line, index: number, at: number): boolean {
  const piece = line.pieces[index];
  if (!piece || at === 0 || at >= piece.length) return false;
  const { id, text, length, mark } = piece;
  const rest = { id: Y.createID(id.client, id.clock + at), text: text.slice(at), length: length - at, mark };
  line.pieces.splice(index, 1, { id, text: text.slice(0, at), length: at, mark }, rest);
  return true;
}

type Written = Y.Item & { content: Y.ContentString };

/** Does it stand in a text, and is made of characters? */
const isWritten = (item: unknown): item is Written =>
  item instanceof Y.Item && !item.deleted && item.content instanceof Y.ContentString;

/** The part of some characters that stands in a set of them. */
const partsIn = (set: Deleted, { id, content }: Written): Stretch =>
  cut(id, content.str, spansIn(set, id, content.str.length));

function without(set: Deleted, { id, text }: Letters): Stretch {
  const spans = spansIn(set, id, text.length);
  const bounds = [0, ...spans.flatMap(({ from, to }) => [from, to]), text.length];
  const left: Span[] = [];
  for (let at = 0; at < bounds.length; at += 2) left.push({ from: bounds[at] ?? 0, to: bounds[at + 1] ?? 0 });
  return cut(id, text, left);
}

interface Span {
  from: number;
  to: number;
}

const cut = ({ client, clock }: Y.ID, text: string, spans: Span[]): Stretch =>
  spans.flatMap(({ from, to }) =>
    from < to ? [{ id: Y.createID(client, clock + from), text: text.slice(from, to) }] : [],
  );

function spansIn(set: Deleted, { client, clock }: Y.ID, length: number): Span[] {
  const spans = (set.clients.get(client) ?? []).map((range) => ({
    from: Math.max(range.clock - clock, 0),
    to: Math.min(range.clock + range.len - clock, length),
  }));
  return spans.filter(({ from, to }) => from < to).sort((one, other) => one.from - other.from);
}
