import path from "node:path";
import { Worker } from "node:worker_threads";
import * as Y from "yjs";

/** Of more items than this an update is tried first: for each of them Yjs may have to walk past all others. */
const manyItems = 500;
/** So small an update has not so many. */
const fewBytes = manyItems * 4;
/** So long it may take. An honest one of a whole story takes a tenth of it. */
const mostMs = 2_000;
/** To start a thread, and to read the text there. */
const startMs = 15_000;

export const hasManyItems = (update: Uint8Array): boolean =>
  update.byteLength > fewBytes && Y.decodeUpdate(update).structs.length > manyItems;

/**
 * Milliseconds that Yjs needs to apply an update to a text: tried on a copy, on a thread of its own, since a hand-made one of a hundred
 * kilobytes would hold up the program for half a minute. Null if it is not done in two seconds.
 */
export async function trialOf(doc: Y.Doc, update: Uint8Array): Promise<number | null> {
  const thread = new Worker(path.resolve("newsroom/stories/document/trial-thread.mjs"), {
    workerData: { state: Y.encodeStateAsUpdate(doc), update },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<number | null>((resolve) => {
      const within = (ms: number) => {
        clearTimeout(timer);
        timer = setTimeout(() => resolve(null), ms);
      };
      within(startMs);
      thread.on("message", (message: "ready" | number) => (message === "ready" ? within(mostMs) : resolve(message)));
      thread.on("error", () => resolve(null));
    });
  } finally {
    clearTimeout(timer);
    void thread.terminate();
  }
}
