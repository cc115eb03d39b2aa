/** So many characters do not stand in another text by chance. */
export const telling = 12;
/** Of what went, as many characters at each so many are looked for in what came. */
const seed = 6;

/** So many short lines are looked for: each is held against each. */
const mostShort = 300;

/** The same characters in two texts, by their numbers: so many from `from` on in what went, and from `at` on in what came. */
export interface Alike {
  gone: number;
  from: number;
  come: number;
  at: number;
  length: number;
}

/**
 * What texts that came have of texts that went: whole ones first, then parts that are long enough to be told, then what is left of those
 * that were taken apart or written in. Of what is there twice, the first. Pure.
 */
export function alikeIn(gone: readonly string[], come: readonly string[]): Alike[] {
  const found: Alike[] = [];
  const numbers = Map.groupBy(gone.keys(), (number) => gone[number] ?? "");
  const rest: number[] = [];
  for (const [number, words] of come.entries()) {
    const same = words === "" ? undefined : numbers.get(words)?.shift();
    if (same === undefined) rest.push(number);
    else found.push({ gone: same, from: 0, come: number, at: 0, length: words.length });
  }
  const places = placesIn(gone, [...numbers.values()].flat());
  for (const number of rest) found.push(...partsIn(come[number] ?? "", number, gone, places));
  return rest.length > 0 ? [...found, ...remains(gone, come, found)] : found;
}

type Places = Map<string, { gone: number; from: number }>;

function placesIn(gone: readonly string[], numbers: readonly number[]): Places {
  const places: Places = new Map();
  for (const number of numbers) {
    const words = gone[number] ?? "";
    for (let from = 0; from + seed <= words.length; from += seed) {
      const key = words.slice(from, from + seed);
      if (!places.has(key)) places.set(key, { gone: number, from });
    }
  }
  return places;
}

function partsIn(words: string, come: number, gone: readonly string[], places: Places): Alike[] {
  const parts: Alike[] = [];
  let done = 0;
  for (let at = 0; at + seed <= words.length; at++) {
    const place = places.get(words.slice(at, at + seed));
    const before = place && gone[place.gone];
    if (!before) continue;
    let [start, end] = [0, seed];
    while (at + start > done && words[at + start - 1] === before[place.from + start - 1]) start--;
    while (at + end < words.length && words[at + end] === before[place.from + end]) end++;
    const length = end - start;
    if (length < telling && length < before.length) continue;
    parts.push({ gone: place.gone, from: place.from + start, come, at: at + start, length });
    done = at + end;
    at = done - 1;
  }
  return [...parts, ...betweenThem(parts, words, gone)];
}

/** What is too short to be told, on both sides of what was written in or taken out. */
function betweenThem(parts: readonly Alike[], words: string, gone: readonly string[]): Alike[] {
  return [null, ...parts].flatMap((left, index) => {
    const right = parts[index] ?? null;
    const known = left ?? right;
    if (!known || (left && right && left.gone !== right.gone)) return [];
    const before = gone[known.gone] ?? "";
    const [from, at] = left ? [left.from + left.length, left.at + left.length] : [0, 0];
    const [fromEnd, atEnd] = right ? [right.from, right.at] : [before.length, words.length];
    const most = Math.min(fromEnd - from, atEnd - at);
    if (most <= 0) return [];
    let start = 0;
    while (start < most && before[from + start] === words[at + start]) start++;
    let end = 0;
    while (end < most - start && before[fromEnd - end - 1] === words[atEnd - end - 1]) end++;
    const { gone: number, come } = known;
    return [
      { gone: number, from, come, at, length: start },
      { gone: number, from: fromEnd - end, come, at: atEnd - end, length: end },
    ].filter(({ length }) => length > 0);
  });
}

/** Short lines and short ends of lines: as they were, or written in. */
function remains(gone: readonly string[], come: readonly string[], found: readonly Alike[]): Alike[] {
  const open = come.flatMap((words, number) =>
    uncovered(
      words,
      number,
      found.map(({ come, at, length }) => ({ number: come, at, length })),
    ),
  );
  const left = gone.flatMap((words, number) =>
    uncovered(
      words,
      number,
      found.map(({ gone, from, length }) => ({ number: gone, at: from, length })),
    ),
  );
  const more: Alike[] = [];
  for (const isWhole of [true, false])
    for (const piece of open.slice(0, mostShort)) {
      const index = left
        .slice(0, mostShort)
        .findIndex(({ words }) =>
          isWhole ? words === piece.words : words.length > 1 && words.length < telling && piece.words.includes(words),
        );
      const [before] = index < 0 || piece.isDone ? [] : left.splice(index, 1);
      if (!before) continue;
      piece.isDone = true;
      const at = piece.at + piece.words.indexOf(before.words);
      more.push({ gone: before.number, from: before.at, come: piece.number, at, length: before.words.length });
    }
  return more;
}

interface Piece {
  number: number;
  at: number;
  words: string;
  isDone?: boolean;
}

/** What of a text is in none of these parts. */
function uncovered(words: string, number: number, parts: { number: number; at: number; length: number }[]): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  const own = parts.filter((part) => part.number === number).sort((one, other) => one.at - other.at);
  for (const { at, length } of [...own, { at: words.length, length: 0 }]) {
    if (at > done) pieces.push({ number, at: done, words: words.slice(done, at) });
    done = Math.max(done, at + length);
  }
  return pieces;
}
