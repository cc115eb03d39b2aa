import { uuidv7 } from "uuidv7";
import * as Y from "yjs";
import { textOf } from "#newsroom/stories/document/document";
import type { StoryText } from "#newsroom/stories/document/story-text";
import { closing } from "../closing.ts";
import { knowsAll, onceKnown } from "../text/known-content.ts";
import { fromBase64 } from "./base64.ts";
import { openBrowserStore } from "./browser-store.ts";
import { browserClock } from "./clock.ts";
import { type DocumentSync, documentSync, fromNewsroom, type Taking } from "./document-sync.ts";
import { type LoadedDocument, loadDocument } from "./document-transport.ts";
import { type KeptWords, keptWords } from "./kept-words.ts";
import { heldIn } from "./page-store.ts";
import { putBack, type Recovered } from "./put-back.ts";

export interface OpenStory {
  doc: Y.Doc;
  sync: DocumentSync;
  /** False for content of a newer editor, which this one must not touch. */
  isKnown: boolean;
  /** Text of an earlier window that had not reached the newsroom and was put back. */
  recovered: Recovered | null;
  /** Text of earlier windows that cannot be part of the story any more, or that the newsroom refused. */
  left: KeptWords[];
  /** Does this browser keep what is not sent yet? */
  keptHere(): boolean;
  /** Has this page words of an earlier window that cannot be put back, and that nothing else keeps? */
  holdsAlone(): boolean;
  /** Waits shortly for what is on its way; what is not acknowledged stays in the browser's store. */
  close(): Promise<void>;
}

interface Opening {
  storyId: string;
  personId: string;
  loaded: LoadedDocument;
  savedAt: Date | null;
  /** Ask the newsroom anew instead of trusting `loaded`. */
  anew: boolean;
  /** Gives up asking. */
  signal: AbortSignal;
  onStartOver: () => void;
  /** Words of this window that somebody took away unseen. */
  taking: Taking;
}

/** So long a window that is left waits to hear that its last words are stored. */
const farewellMs = 2_000;

/** Opens a story's document in this window: its text, with what an earlier window could not send put back, and a connection to the others. @throws NotOpened */
export async function openStory({
  storyId,
  personId,
  loaded,
  savedAt,
  anew,
  signal,
  onStartOver,
  taking,
}: Opening): Promise<OpenStory> {
  await closing.get(storyId);
  // Never what the page came with instead: that may be a text that was put back since, of which nobody may write on.
  const { seq, generation, update } = anew ? await loadDocument(storyId, signal) : loaded;
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
    taking,
  });
  if (!isKnown) onceKnown(doc, onStartOver);
  const leftovers = isKnown ? await store.leftovers() : [];
  const { recovered, put, rest } = putBack(doc, leftovers);
  // What this window could not keep stays where it is.
  const isWritten = put.length > 0 && (await store.written());
  for (const one of put) if (isWritten || one.isOnlyHere) await one.discard().catch(() => {});
  async function closed() {
    await Promise.race([sync.flush(), new Promise((resolve) => setTimeout(resolve, farewellMs))]);
    sync.close();
    await store.release();
    doc.destroy();
  }
  return {
    doc,
    sync,
    isKnown,
    recovered,
    left: rest.map((one) => keptWords(doc, one)),
    keptHere: () => store.unsent.works,
    holdsAlone: () => heldIn(storyId, personId).length > 0,
    close() {
      const done = closed();
      closing.set(storyId, done);
      return done;
    },
  };
}

/** The text as it stands in this window; null if it cannot be read as a whole. */
export function readable(open: OpenStory | null): StoryText | null {
  try {
    return open && textOf(open.doc);
  } catch {
    return null;
  }
}
