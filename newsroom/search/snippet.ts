/** A part of a text, with what was looked for marked. */
export interface Piece {
  text: string;
  isMarked: boolean;
}

/** What PostgreSQL puts around the words that it found; they are taken out of the text before. */
export const mark = { begins: "\uE000", ends: "\uE001" };

/** Letters of a snippet, and of what stands before the first word that was found. */
const room = { all: 220, before: 90 };

/** Where most of the marked words of a text stand together, from the beginning of a sentence if one is near; null if nothing is marked. */
export function snippetOf(marked: string): Piece[] | null {
  const parts = marked
    .replace(/\s+/g, " ")
    .trim()
    .split(/[\uE000\uE001]/);
  const text = parts.join("");
  const marks: { from: number; to: number }[] = [];
  let at = 0;
  for (const [n, part] of parts.entries()) {
    if (n % 2 === 1 && part !== "") marks.push({ from: at, to: at + part.length });
    at += part.length;
  }
  const within = (from: number) =>
    marks.filter((mark) => mark.from >= from && mark.to <= from + room.all - room.before);
  const first = marks.toSorted((one, other) => within(other.from).length - within(one.from).length)[0];
  if (!first) return null;
  const from = beginning(text, first.from);
  const to = ending(text, Math.max(from + room.all, first.to));
  return pieces(text, from, to, marks);
}

function beginning(text: string, mark: number): number {
  const earliest = Math.max(0, mark - room.before);
  const before = text.slice(earliest, mark);
  const sentence = /^.*[.!?…]["»”’)]* (?=\S)/su.exec(before);
  if (earliest === 0 && (!sentence || mark < room.before)) return 0;
  if (sentence) return earliest + sentence[0].length;
  return earliest + before.indexOf(" ") + 1;
}

function ending(text: string, latest: number): number {
  if (latest >= text.length) return text.length;
  const space = text.lastIndexOf(" ", latest);
  return space > latest - 40 ? space : latest;
}

function pieces(text: string, from: number, to: number, marks: { from: number; to: number }[]): Piece[] {
  const found: Piece[] = [];
  const add = (text: string, isMarked: boolean) => text !== "" && found.push({ text, isMarked });
  let at = from;
  add(from > 0 ? "… " : "", false);
  for (const mark of marks.filter((mark) => mark.from >= from && mark.to <= to)) {
    add(text.slice(at, mark.from), false);
    add(text.slice(mark.from, mark.to), true);
    at = mark.to;
  }
  add(text.slice(at, to) + (to < text.length ? " …" : ""), false);
  return found;
}
