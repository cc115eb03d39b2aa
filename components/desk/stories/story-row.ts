import type { Publication } from "#newsroom/workflow/publication";

/** What lists of the desk show of a story. */
export interface StoryRow {
  id: string;
  headline: string;
  language: string;
  stage: string;
  publication: Publication;
  /** The draft says something else than readers see. */
  hasUnpublishedChanges: boolean;
  plan: { verb: "publish" | "update" | "correct" | "withdraw"; at: Date } | null;
  embargoUntil: Date | null;
  heldBecause: string | null;
  confidential: boolean;
  section: { name: string } | null;
  byline: readonly string[];
  wordCount: number;
  changedAt: Date;
}

export const editorPath = (id: string): string => `/desk/stories/${id}`;

/** "Aigul Toktorova and Timur Saliev", "Aigul Toktorova and 2 more" */
export function bylineWords(byline: readonly string[]): string {
  const [first, second] = byline;
  if (!first) return "";
  if (!second) return first;
  return byline.length === 2 ? `${first} and ${second}` : `${first} and ${byline.length - 1} more`;
}

export const wordsWords = (count: number): string =>
  `${new Intl.NumberFormat("en").format(count)}\u00a0${count === 1 ? "word" : "words"}`;
