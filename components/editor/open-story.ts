import { uuidv7 } from "uuidv7";
import * as Y from "yjs";
import { mergedDocument, textOf } from "#newsroom/stories/document";
import type { StoryText } from "#newsroom/stories/story-text";
import { fromBase64 } from "./base64.ts";
import { openBrowserStore } from "./browser-store.ts";
import { browserClock } from "./clock.ts";
import { type DocumentSync, documentSync, fromNewsroom } from "./document-sync.ts";
import { type LoadedDocument, loadDocument } from "./document-transport.ts";
import { knowsAll } from "./known-content.ts";
import type { Leftovers } from "./unsent-store.ts";

export interface Recovered {
  typedAt: Date;
  /** To look at; null where the text breaks a limit and cannot be read as a whole. */
  texts: { before: StoryText; after: StoryText } | null;
}

export interface OpenStory {
  doc: Y.Doc;
  sync: DocumentSync;
  /** False for content of a newer editor, which this one must not touch. */
  isKnown: boolean;
  /** Text of an earlier window that had not reached the newsroom and was put back. */
  recovered: Recovered | null;
  /** Does this browser keep what is not sent yet? */
  keptHere(): boolean;
  close(): Promise<void>;
}

interface Opening {
  storyId: string;
  personId: string;
  loaded: LoadedDocument;
  savedAt: Date | null;
  /** Ask the newsroom anew instead of trusting `loaded`. */
  anew: boolean;
  onStartOver: () => void;
  /** Words of this window that somebody took away unseen. */
  onTaken: (words: string) => void;
}

/** Within one page load: windows of a story that are on their way out. */
const closing = new Map<string, Promise<void>>();

/** Opens a story's document in this window: its text, with what an earlier window could not send put back, and a connection to the others. */
export async function openStory({
  storyId,
  personId,
  loaded,
  savedAt,
  anew,
  onStartOver,
  onTaken,
}: Opening): Promise<OpenStory> {
  await closing.get(storyId);
  const { seq, generation, update } = (anew && (await loadDocument(storyId))) || loaded;
  const doc = new Y.Doc();
  Y.applyUpdate(doc, fromBase64(update), fromNewsroom);
  const isKnown = knowsAll(doc);
  const store = await openBrowserStore(storyId, personId, uuidv7());
  const sync = documentSync({
    storyId,
    personId,
    generation,
    doc,
    seq,
    savedAt,
    address: `${location.origin.replace("http", "ws")}/collab`,
    unsent: store.unsent,
    clock: browserClock,
    onStartOver,
    onTaken,
  });
  return {
    doc,
    sync,
    isKnown,
    recovered: isKnown ? await putBack(doc, await store.leftovers()) : null,
    keptHere: () => store.unsent.works,
    close() {
      sync.close();
      const done = store.release().then(() => doc.destroy());
      closing.set(storyId, done);
      return done;
    },
  };
}

/** Merges what an earlier window left; it is kept and sent anew by this one. */
async function putBack(doc: Y.Doc, left: Leftovers | null): Promise<Recovered | null> {
  if (!left) return null;
  try {
    const merged = mergedDocument([Y.encodeStateAsUpdate(doc), ...left.updates]);
    if (!knowsAll(merged)) return null;
    const texts = textsOf(doc, merged);
    let changed = false;
    const notice = () => {
      changed = true;
    };
    doc.on("update", notice);
    Y.applyUpdate(doc, Y.mergeUpdates(left.updates), "recovered");
    doc.off("update", notice);
    await left.discard();
    return changed ? { typedAt: left.typedAt, texts } : null;
  } catch {
    // What cannot be merged stays where it is.
    return null;
  }
}

function textsOf(doc: Y.Doc, merged: Y.Doc): Recovered["texts"] {
  try {
    return { before: textOf(doc), after: textOf(merged) };
  } catch {
    return null;
  }
}
