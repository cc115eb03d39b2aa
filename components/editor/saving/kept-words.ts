import * as Y from "yjs";
import { wordsAdded } from "#newsroom/stories/revisions/words-added";
import type { Leftovers } from "./unsent-store.ts";

/** Words that are in this browser only, to copy. */
export interface KeptWords {
  window: string;
  typedAt: Date;
  refusal: string | null;
  /** Empty if none can be read. */
  words: string;
  /** There is more. */
  isCut: boolean;
  discard(): Promise<void>;
}

/** The words of what a window left that the document has not had. */
export function keptWords(doc: Y.Doc, left: Leftovers): KeptWords {
  const { window, updates, typedAt, refusal, discard } = left;
  const isMissing = ({ client, clock }: Y.ID) => clock >= Y.getState(doc.store, client);
  return { window, typedAt, refusal, ...wordsAdded(updates, isMissing), discard };
}
