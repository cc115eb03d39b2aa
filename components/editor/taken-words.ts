import * as Y from "yjs";

/**
 * The words of this window among what a change from elsewhere deleted, as far as they were not stored when it was made: nobody
 * who took that part away, or moved it, can have seen them. `storedClock`: this window's own clock up to which all is stored.
 */
export function takenWords(transaction: Y.Transaction, storedClock: number): string {
  const own = transaction.doc.clientID;
  const taken: { clock: number; parent: Y.Item["parent"]; text: string }[] = [];
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return;
    const { client, clock } = struct.id;
    if (client !== own || clock + struct.length <= storedClock) return;
    const text = struct.content.str.slice(Math.max(0, storedClock - clock));
    taken.push({ clock, parent: struct.parent, text });
  });
  taken.sort((one, other) => one.clock - other.clock);
  return taken
    .map(({ parent, text }, at) => (at > 0 && parent !== taken[at - 1]?.parent ? `\n${text}` : text))
    .join("");
}
