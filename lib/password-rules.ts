import { commonPhrases, commonWords, rows } from "./common-passwords.ts";

const passwordLength = { least: 12, most: 128 } as const;

/** What is wrong with this as a password, in words for its owner; null if nothing is. `about` are things that others know of the owner. */
export function passwordProblem(password: string, about: readonly string[] = []): string | null {
  const length = [...password].length;
  if (!password.isWellFormed() || password.includes("\0")) return "This contains a character that cannot be stored.";
  if (length < passwordLength.least) return `Please use at least ${passwordLength.least} characters.`;
  if (length > passwordLength.most) return `Please use at most ${passwordLength.most} characters.`;
  if (isAbout(password, about)) return "Please do not use your own name or address.";
  if (isCommon(password)) return "This is too easy to guess. A few words that do not belong together work well.";
  return null;
}

/** A password that is nothing but common words, rows of keys, numbers in order and the same again. */
export function isCommon(password: string): boolean {
  const plain = password.toLowerCase().normalize("NFC");
  if (new Set(plain).size < 5 || /^(.{1,6}?)\1+.{0,3}$/u.test(plain)) return true;
  return commonPhrases.has(plain) || unknownPart(plain).length <= 1;
}

function isAbout(password: string, about: readonly string[]): boolean {
  const plain = password.toLowerCase();
  return about
    .map((fact) => fact.toLowerCase().trim())
    .filter((fact) => fact.length >= 4 && plain.includes(fact))
    .some((fact) => unknownPart(plain.replaceAll(fact, "")).length <= 3);
}

const signs: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

const withLettersForSigns = (text: string) => text.replace(/[013457@$!]/g, (sign) => signs[sign] ?? sign);

const longestFirst = [...commonWords].sort((a, b) => b.length - a.length);
const bothWays = rows.flatMap((row) => [row, [...row].reverse().join("")]);

/** What is left when everything that is easy to guess is cut away, from the left. */
function unknownPart(text: string): string {
  const letters = withLettersForSigns(text);
  let left = "";
  for (let at = 0; at < text.length; ) {
    const known = Math.max(knownAt(text, at), wordAt(letters, at));
    if (known === 0) left += text[at];
    at += known || 1;
  }
  return left;
}

function knownAt(text: string, at: number): number {
  const year = /^(19|20)\d\d/.test(text.slice(at, at + 4)) ? 4 : 0;
  return Math.max(wordAt(text, at), year, lengthOfRun(text, at), lengthOfRow(text, at));
}

const wordAt = (text: string, at: number) => longestFirst.find((word) => text.startsWith(word, at))?.length ?? 0;

function lengthOfRun(text: string, at: number): number {
  let end = at;
  while (end < text.length && text[end] === text[at]) end++;
  return end - at >= 2 ? end - at : 0;
}

function lengthOfRow(text: string, at: number): number {
  let length = 3;
  const found = () => bothWays.some((row) => row.includes(text.slice(at, at + length)));
  while (at + length <= text.length && found()) length++;
  return length > 3 ? length - 1 : 0;
}
