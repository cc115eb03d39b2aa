import * as Y from "yjs";
import { mergedDocument, readingOf, textOf } from "#newsroom/stories/document/document";
import { applyLate } from "#newsroom/stories/document/late-words";
import { grammarMend } from "#newsroom/stories/document/mended-grammar";
import type { StoryText } from "#newsroom/stories/document/story-text";
import { knowsAll } from "../text/known-content.ts";
import type { Leftovers } from "./unsent-store.ts";

export interface Recovered {
  typedAt: Date;
  /** To look at; null where the text breaks a limit and cannot be read as a whole. */
  texts: { before: StoryText; after: StoryText } | null;
}

interface PutBack<Left> {
  /** Null if the text had all of it. */
  recovered: Recovered | null;
  put: Left[];
  /** What cannot become part of this text. */
  rest: Left[];
}

type Left = Pick<Leftovers, "updates" | "typedAt" | "refusal">;

/** Merges what earlier windows left, each for itself; it is kept and sent anew by the window of `doc`. */
export function putBack<One extends Left>(doc: Y.Doc, left: readonly One[]): PutBack<One> {
  if (left.length === 0) return { recovered: null, put: [], rest: [] };
  const before = readableText(doc);
  let hasChanged = false;
  const notice = () => {
    hasChanged = true;
  };
  doc.on("update", notice);
  let rest = [...left];
  for (let waiting = rest.length + 1; rest.length < waiting; ) {
    waiting = rest.length;
    // One may build on what another had: once more, for as long as that helps.
    rest = rest.filter((one) => !isPutBack(doc, one));
  }
  doc.off("update", notice);
  const put = left.filter((one) => !rest.includes(one));
  const after = readableText(doc);
  const typedAt = new Date(Math.max(...put.map((one) => one.typedAt.getTime())));
  return { recovered: hasChanged ? { typedAt, texts: before && after && { before, after } } : null, put, rest };
}

function isPutBack(doc: Y.Doc, { updates, refusal }: Left): boolean {
  if (refusal !== null) return false;
  try {
    const merged = mergedDocument([Y.encodeStateAsUpdate(doc), ...updates]);
    if (!knowsAll(merged) || (readingOf(merged).unfit && !readingOf(doc).unfit && !grammarMend(merged))) return false;
    applyLate(doc, updates, "recovered");
    return true;
  } catch {
    return false;
  }
}

function readableText(doc: Y.Doc): StoryText | null {
  try {
    return textOf(doc);
  } catch {
    return null;
  }
}
