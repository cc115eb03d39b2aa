import type { Struck, Subject } from "./finding.ts";
import { allLines, type Line } from "./lines.ts";

/** Letters; shorter names differ by one letter too easily. */
const shortest = 5;
/** From this length on, two letters may differ. */
const long = 9;
/** In languages that inflect, endings of so many letters are grammar. */
const ending = 3;
/** Different names; a story with more is a list. */
const mostNames = 600;

interface Name {
  word: string;
  places: { line: Line; from: number; to: number }[];
}

/** Names that differ by a letter or two within one story. The rarer spelling is struck. */
export function twoSpellings(subject: Subject): Struck[] {
  const names = [...namesIn(subject).values()].sort((one, other) => other.places.length - one.places.length);
  if (names.length > mostNames) return [];
  const inflects = !/^en\b/.test(subject.language);
  return names.flatMap((name, index) => {
    const usual = names.slice(0, index).find((other) => isOtherSpelling(name.word, other.word, inflects));
    if (!usual) return [];
    return name.places.map(({ line, from, to }) => ({
      message: `“${name.word}” is spelled “${usual.word}” elsewhere in this story.`,
      at: line.at(from, to),
      replacement: usual.word,
    }));
  });
}

/** Words with a capital letter that stand so within a sentence somewhere. */
function namesIn(subject: Subject): Map<string, Name> {
  const names = new Map<string, Name>();
  const within = new Set<string>();
  for (const line of allLines(subject))
    for (const match of line.text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*/gu)) {
      const [word] = match;
      if (word.length < shortest) continue;
      const name = names.get(word) ?? { word, places: [] };
      name.places.push({ line, from: match.index, to: match.index + word.length });
      names.set(word, name);
      if (!/(?:^|[.!?…:]["”’»)]*|["“‘«(—–])\s*$/u.test(line.text.slice(Math.max(0, match.index - 4), match.index)))
        within.add(word);
    }
  for (const word of names.keys()) if (!within.has(word)) names.delete(word);
  return names;
}

/** Do two words look like one name with a slip? A longer form of the same name, and an ending, are none. */
export function isOtherSpelling(one: string, other: string, inflects: boolean): boolean {
  if (one === other || one[0] !== other[0] || one.startsWith(other) || other.startsWith(one)) return false;
  const allowed = Math.min(one.length, other.length) >= long ? 2 : 1;
  if (Math.abs(one.length - other.length) > allowed) return false;
  const shared = sharedStart(one, other);
  const shorter = Math.min(one.length, other.length);
  if (inflects && shared >= shorter - ending) return false;
  // Two plain endings of one stem: Kyrgyzstan, Kyrgyzstani.
  if (shared >= shorter - 1 && one.length !== other.length) return false;
  return distance(one, other, allowed) <= allowed;
}

function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

/** Letters put in, left out, changed or swapped with their neighbour; anything over `most` is `most + 1`. */
function distance(one: string, other: string, most: number): number {
  const rows = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      const swap =
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
          ? (rows[i - 2]?.[j - 2] ?? most) + 1
          : most + 1;
      row[j] = Math.min(
        (rows[i - 1]?.[j] ?? most) + 1,
        (row[j - 1] ?? most) + 1,
        (rows[i - 1]?.[j - 1] ?? most) + cost,
        swap,
      );
    }
    if (Math.min(...row) > most) return most + 1;
    rows[i] = row;
  }
  return rows[one.length]?.[other.length] ?? most + 1;
}
