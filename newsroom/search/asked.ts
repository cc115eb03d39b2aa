import { plainNameOf } from "../tags/plain-name.ts";

/** Characters and words of a question that are looked at; the rest is left out. */
const longest = { characters: 200, words: 16 };
/** Words that a name may have. */
const longestName = 6;

/** What somebody asks search for, tidied: one line of well-formed text without signs that nobody sees. Empty for nothing. */
export function askedOf(typed: string | readonly string[] | undefined): string {
  const text = typeof typed === "string" ? typed : (typed?.[0] ?? "");
  const letters = [
    ...text
      .slice(0, 4 * longest.characters)
      .toWellFormed()
      .normalize("NFC"),
  ];
  return letters
    .slice(0, longest.characters)
    .join("")
    .replace(/[\p{Cc}\p{Co}\u202A-\u202E\u2066-\u2069\uFFFD]/gu, " ")
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, longest.words)
    .join(" ");
}

/** Words that stand together in a question and may be a name, and the other words. */
export interface NameRun {
  /** As names are compared: small Latin letters. */
  plain: string;
  beside: string;
}

/** What in a question may be a name, the longest first. A question with operators is one for the text, unless it is one phrase. */
export function nameRuns(asked: string): NameRun[] {
  const phrase = /^"([^"]+)"?$/.exec(asked)?.[1];
  if (phrase !== undefined) return [{ plain: plainNameOf(phrase), beside: "" }].filter(({ plain }) => plain !== "");
  const words = asked.split(" ").filter((word) => plainNameOf(word) !== "");
  if (asked.includes('"') || words.some((word) => word.startsWith("-") || word.toLowerCase() === "or")) return [];
  const runs: NameRun[] = [];
  for (let length = Math.min(words.length, longestName); length > 0; length--)
    for (let at = 0; at + length <= words.length; at++)
      runs.push({
        plain: plainNameOf(words.slice(at, at + length).join(" ")),
        beside: [...words.slice(0, at), ...words.slice(at + length)].join(" "),
      });
  return runs;
}

/** The words of a headline that somebody may be typing, in small letters. */
export const wordsTyped = (asked: string): string[] =>
  asked
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "");
