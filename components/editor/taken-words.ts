import * as Y from "yjs";
import { writtenAttributes } from "#newsroom/body/written-attributes";

/**
 * The words, captions and amounts of this window among what a change from elsewhere deleted, as far as they were not stored when it was made: nobody
 * who took that part away, or moved it, can have seen them. `storedClock`: this window's own clock up to which all is stored.
 */
export function takenWords(transaction: Y.Transaction, storedClock: number): string {
  const own = transaction.doc.clientID;
  const taken: { clock: number; parent: Y.Item["parent"]; text: string; isWhole: boolean }[] = [];
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item)) return;
    const { client, clock } = struct.id;
    if (client !== own || clock + struct.length <= storedClock) return;
    const isWhole = struct.parentSub !== null;
    const text = isWhole ? valueIn(struct) : lettersIn(struct).slice(Math.max(0, storedClock - clock));
    if (text !== "") taken.push({ clock, parent: struct.parent, text, isWhole });
  });
  taken.sort((one, other) => one.clock - other.clock);
  return taken
    .map(({ parent, text, isWhole }, at) => {
      if (at === 0) return text;
      if (parent !== taken[at - 1]?.parent) return `\n${text}`;
      return isWhole ? ` ${text}` : text;
    })
    .join("");
}

const lettersIn = ({ content }: Y.Item): string => (content instanceof Y.ContentString ? content.str : "");

const valueIn = ({ parentSub, content }: Y.Item): string => {
  const value: unknown =
    parentSub && writtenAttributes.has(parentSub) && content instanceof Y.ContentAny ? content.arr[0] : "";
  return typeof value === "string" ? value : "";
};

/** What is left of all words that were taken away once these have been seen: another window may have added some meanwhile. */
export const unseenTaken = (all: string, seen: string): string => {
  if (seen.includes(all)) return "";
  return all.startsWith(seen) ? all.slice(seen.length).trimStart() : all;
};
