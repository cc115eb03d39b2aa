import type { Body } from "./body.ts";
import { definitionOf } from "./nodes.ts";

/** Any node, as far as its text goes. */
interface Worded {
  type: string;
  text?: string;
  attrs?: object;
  content?: readonly Worded[];
}

/** What a node says by its attributes; nothing for most. */
export const wordsOfAttrs = (type: string, attrs: object = {}): string => definitionOf(type)?.words?.(attrs) ?? "";

/** The text of a line; a break in it is a line break. */
export const inlineText = (content: readonly Worded[] = []): string =>
  content.map((node) => node.text ?? (wordsOfAttrs(node.type, node.attrs) || "\n")).join("");

function* linesOf(nodes: readonly Worded[]): Generator<string> {
  for (const node of nodes) {
    if (definitionOf(node.type)?.isLine) {
      yield inlineText(node.content);
      continue;
    }
    yield wordsOfAttrs(node.type, node.attrs);
    yield* linesOf(node.content ?? []);
  }
}

/** The text alone, one line a paragraph, for search, counting and comparison. */
export const plainText = (body: Body): string => [...linesOf(body.content)].filter((text) => text !== "").join("\n");

const part = String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b-\u200d]*`;
const word = new RegExp(`${part}(?:[-\u2010\u2011'’‘\`.,]${part})*`, "gu");

/** Words as a reader counts them: runs of letters or digits with their accents, hyphens and apostrophes, however these are typed. */
export const wordsIn = (text: string): number => text.match(word)?.length ?? 0;

export const wordCount = (body: Body): number => {
  let words = 0;
  for (const text of linesOf(body.content)) words += wordsIn(text);
  return words;
};

const wordsPerMinute = 220;

/** Whole minutes, at least one for any text. */
export const readingMinutes = (words: number): number =>
  words === 0 ? 0 : Math.max(1, Math.round(words / wordsPerMinute));
