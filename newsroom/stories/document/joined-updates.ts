import * as Y from "yjs";

const atOnce = 50;

/**
 * As `Y.mergeUpdates`, which looks at every update again for each change in one of them: what somebody typed offline in a day, a letter
 * an update, would take it minutes.
 */
export function joinedUpdates(updates: readonly Uint8Array[]): Uint8Array {
  if (updates.length <= atOnce) return Y.mergeUpdates([...updates]);
  const joined: Uint8Array[] = [];
  for (let at = 0; at < updates.length; at += atOnce) joined.push(Y.mergeUpdates(updates.slice(at, at + atOnce)));
  return joinedUpdates(joined);
}
