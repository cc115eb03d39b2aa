export interface FindQuery {
  words: string;
  matchCase: boolean;
  wholeWord: boolean;
}

export interface Span {
  from: number;
  to: number;
}

/** Where the words stand in a text, from left to right and without overlap. */
export type Matcher = (text: string) => Span[];

/** What a keyboard writes with one key also finds what typography made of it. */
const sameOnTheKeyboard: Readonly<Record<string, string>> = {
  " ": "[ \\u00a0\\u202f]",
  "'": "['‘’‚ʻʼ]",
  '"': '["“”„«»]',
  "-": "[-‐‑]",
};

const letter = "[\\p{L}\\p{M}\\p{N}_]";

/** Null if there is nothing to look for. The words are words: no character has a meaning of its own. */
export function matcherOf({ words, matchCase, wholeWord }: FindQuery): Matcher | null {
  if (words === "") return null;
  const pattern = [...words.normalize("NFC")].map(patternOf).join("");
  const whole = wholeWord ? `(?<!${letter})${pattern}(?!${letter})` : pattern;
  const expression = new RegExp(whole, matchCase ? "gu" : "giu");
  return (text) =>
    Array.from(text.matchAll(expression), ({ 0: found, index }) => ({ from: index, to: index + found.length }));
}

function patternOf(character: string): string {
  const same = sameOnTheKeyboard[character];
  if (same !== undefined) return same;
  const taken = character.normalize("NFD");
  return taken === character ? literally(character) : `(?:${literally(character)}|${literally(taken)})`;
}

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
