import * as Y from "yjs";
import { mergedDocument, textOf } from "#newsroom/stories/document";
import { lineNames, type StoryText } from "#newsroom/stories/story-text";
import type { TextConflict } from "./save-state.ts";

/** What `doc` would say with the newsroom's newer text in it; null if that cannot be told. */
function mergedText(doc: Y.Doc, lacks: Uint8Array): StoryText | null {
  try {
    return textOf(mergedDocument([Y.encodeStateAsUpdate(doc), lacks]));
  } catch {
    return null;
  }
}

const isSameText = (one: StoryText, other: StoryText): boolean =>
  lineNames.every((name) => one[name] === other[name]) && JSON.stringify(one.body) === JSON.stringify(other.body);

/** A conflict in name only: the newsroom's text has every word of this window already. Nobody needs to be asked. */
export function addsNothing(doc: Y.Doc, { lacks, theirs }: Pick<TextConflict, "lacks" | "theirs">): boolean {
  const merged = mergedText(doc, lacks);
  return merged !== null && isSameText(merged, theirs);
}
