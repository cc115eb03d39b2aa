import type * as Y from "yjs";

/**
 * Yjs names each client once, and what is deleted in its order and once. An update that is written otherwise would be looked at one way
 * and applied another: of a client that is named twice Yjs takes the last part only; and it walks through the text for each deletion.
 */
export const isAsYjsWrites = (update: Uint8Array, { structs, ds }: ReturnType<typeof Y.decodeUpdate>): boolean =>
  sectionsIn(update) === new Set(structs.map(({ id }) => id.client)).size && [...ds.clients.values()].every(isInOrder);

/** The number that an update begins with, in steps of seven bits. */
function sectionsIn(update: Uint8Array): number {
  let number = 0;
  for (const [at, byte] of update.entries()) {
    number += (byte & 127) * 128 ** at;
    if (byte < 128) break;
  }
  return number;
}

const isInOrder = (ranges: readonly { clock: number; len: number }[]): boolean => {
  let end = 0;
  return ranges.every(({ clock, len }) => {
    const follows = clock >= end && len > 0;
    end = clock + len;
    return follows;
  });
};
