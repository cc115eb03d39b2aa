import type { Block, Body, Inline, ListItem } from "./body.ts";

const inlineText = (content: Inline[] = []): string =>
  content.map((node) => (node.type === "text" ? node.text : "\n")).join("");

function* paragraphsOf(blocks: (Block | ListItem)[]): Generator<string> {
  for (const block of blocks) {
    if (block.type === "horizontalRule") continue;
    if (block.type === "paragraph" || block.type === "crosshead") yield inlineText(block.content);
    else yield* paragraphsOf(block.content);
  }
}

/** The text alone, one line a paragraph, for search, counting and comparison. */
export const plainText = (body: Body): string =>
  [...paragraphsOf(body.content)].filter((text) => text !== "").join("\n");

/** The first paragraph. */
export const ledeOf = (body: Body): string => {
  const first = body.content.find((block) => block.type === "paragraph" && inlineText(block.content).trim() !== "");
  return first?.type === "paragraph" ? inlineText(first.content) : "";
};

/** Words as a reader counts them: runs of letters or digits, with their hyphens and apostrophes. */
export const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}]+(?:[-'’.,][\p{L}\p{N}]+)*/gu)?.length ?? 0;

export const wordCount = (body: Body): number => {
  let words = 0;
  for (const text of paragraphsOf(body.content)) words += wordsIn(text);
  return words;
};

const wordsPerMinute = 220;

/** Whole minutes, at least one for any text. */
export const readingMinutes = (words: number): number =>
  words === 0 ? 0 : Math.max(1, Math.round(words / wordsPerMinute));
