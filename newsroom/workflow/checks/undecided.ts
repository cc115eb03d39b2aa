import { undecidedWords } from "../../body/open-suggestions.ts";
import type { Struck, Subject } from "./finding.ts";

/** Nobody publishes a story without deciding on what is proposed in it. */
export function openSuggestions({ openSuggestions }: Subject): Struck[] {
  const message = undecidedWords(openSuggestions);
  return message === null ? [] : [{ message, at: { part: "body" } }];
}

export function openComments({ openComments }: Subject): Struck[] {
  if (openComments === 0) return [];
  const message = openComments === 1 ? "1 comment is not resolved." : `${openComments} comments are not resolved.`;
  return [{ message, at: { part: "comments" } }];
}
