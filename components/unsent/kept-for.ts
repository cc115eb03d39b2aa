import { z } from "zod";

/** Words in this browser, and when they were last typed; null where an older program kept them. */
interface Kept {
  text: string;
  at: number | null;
}

const Stored = z.object({ text: z.string(), at: z.number() });

export const storedAs = (text: string, at: number): string => JSON.stringify({ text, at });

export function keptIn(stored: string): Kept {
  try {
    return Stored.parse(JSON.parse(stored));
  } catch {
    return { text: stored, at: null };
  }
}

const day = 86_400_000;
/** One's own; what others typed in this browser waits longer for them. */
const keptForDays = { own: 30, others: 365 };

/** Is what is kept at `place` so old that nobody comes back to it? What was typed later than `now`, by a clock that was wrong, is not. */
export function isOver(place: string, at: number, person: string, now: number): boolean {
  // Words of the story itself, which somebody took away, stay until they are dismissed.
  if (place.startsWith("taken ")) return false;
  const days = place.split(" ").includes(person) ? keptForDays.own : keptForDays.others;
  return now - at > days * day;
}
