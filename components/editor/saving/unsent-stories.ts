import * as Y from "yjs";
import { storyName } from "#newsroom/stories/story-name";
import { lineText } from "../text/line-text.ts";
import { fromBase64 } from "./base64.ts";
import { loadDocument } from "./document-transport.ts";
import { type KeptWords, keptWords } from "./kept-words.ts";
import type { Leftovers } from "./unsent-store.ts";

/** A story of which this browser has words that the newsroom does not have. */
export interface UnsentStory {
  storyId: string;
  /** Null if it cannot be opened, or not now. */
  name: string | null;
  kept: KeptWords[];
}

/** The stories of these leftovers, without those of which the newsroom has every word. */
export async function unsentStories(left: readonly Leftovers[]): Promise<UnsentStory[]> {
  const ids = new Set(left.map(({ story }) => story));
  const stories = await Promise.all([...ids].map((id) => unsentStory(id, left)));
  return stories.filter(({ kept }) => kept.length > 0);
}

async function unsentStory(storyId: string, all: readonly Leftovers[]): Promise<UnsentStory> {
  const left = all.filter(({ story }) => story === storyId);
  const loaded = await loadDocument(storyId).catch(() => null);
  const doc = new Y.Doc();
  if (loaded) Y.applyUpdate(doc, fromBase64(loaded.update));
  const kept = left.map((one) => keptWords(doc, one)).filter(({ words }) => words !== "");
  return { storyId, name: loaded ? storyName({ headline: lineText(doc, "headline"), slugline: null }) : null, kept };
}
