import * as Y from "yjs";
import { writtenAttributes } from "#newsroom/body/written-attributes";

/** Words of this window that a change from elsewhere deleted. */
interface Taken {
  clock: number;
  parent: Y.Item["parent"];
  text: string;
  /** A caption or an amount, not letters. */
  isWhole: boolean;
}

/** So many letters of a window, by its own clock. */
export interface Letters {
  clock: number;
  length: number;
}

/**
 * The words of this window that others take away before they are stored, until the newsroom has said what became of them: what was typed in
 * something that was moved at the same time is typed there.
 */
export function wordsTakenAway() {
  let taken: Taken[] = [];
  return {
    /** `storedClock`: this window's own clock up to which all is stored. */
    look(transaction: Y.Transaction, storedClock: number): void {
      taken.push(...takenBy(transaction, storedClock));
    },
    /** These letters stand elsewhere in the text now. */
    typedAnew(letters: readonly Letters[]): void {
      taken = taken.flatMap((one) => without(one, letters));
    },
    /** All that may be gone. */
    open: () => wordsIn(taken),
    /** Answers the words that are gone, once the newsroom has all that was taken: all before here is stored. */
    settled(storedClock: number): string {
      if (taken.some(({ clock, text, isWhole }) => clock + (isWhole ? 1 : text.length) > storedClock)) return "";
      const words = wordsIn(taken);
      taken = [];
      return words;
    },
  };
}

/**
 * The words, captions and amounts of this window among what a change from elsewhere deleted, as far as they were not stored when it was made: nobody
 * who took that part away, or moved it, can have seen them. `storedClock`: this window's own clock up to which all is stored.
 */
export const takenWords = (transaction: Y.Transaction, storedClock: number): string =>
  wordsIn(takenBy(transaction, storedClock));

function takenBy(transaction: Y.Transaction, storedClock: number): Taken[] {
  const own = transaction.doc.clientID;
  const taken: Taken[] = [];
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item)) return;
    const { client, clock } = struct.id;
    if (client !== own || clock + struct.length <= storedClock) return;
    const isWhole = struct.parentSub !== null;
    const stored = isWhole ? 0 : Math.max(0, storedClock - clock);
    const text = isWhole ? valueIn(struct) : lettersIn(struct).slice(stored);
    if (text !== "") taken.push({ clock: clock + stored, parent: struct.parent, text, isWhole });
  });
  return taken;
}

function without(one: Taken, letters: readonly Letters[]): Taken[] {
  if (one.isWhole)
    return letters.some(({ clock, length }) => one.clock >= clock && one.clock < clock + length) ? [] : [one];
  let parts = [one];
  for (const { clock, length } of letters)
    parts = parts.flatMap((part) => {
      const [from, to] = [clock - part.clock, clock + length - part.clock];
      return [
        { ...part, text: part.text.slice(0, Math.max(0, from)) },
        { ...part, clock: part.clock + Math.max(0, to), text: part.text.slice(Math.max(0, to)) },
      ].filter(({ text }) => text !== "");
    });
  return parts;
}

function wordsIn(taken: readonly Taken[]): string {
  const words = taken.toSorted((one, other) => one.clock - other.clock);
  return words
    .map(({ parent, text, isWhole }, at) => {
      if (at === 0) return text;
      if (parent !== words[at - 1]?.parent) return `\n${text}`;
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
