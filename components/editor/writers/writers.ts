import type { Awareness } from "y-protocols/awareness";
import { z } from "zod";

/** Somebody else who has the story open. */
export interface Writer {
  id: string;
  name: string;
  /** In none of their windows did they do anything for a while. */
  isIdle: boolean;
  /** The person of this window, in another one. */
  isMe: boolean;
}

const Shown = z.object({
  user: z.object({ id: z.string(), name: z.string() }),
  isIdle: z.boolean().default(false),
});

/** Who else is here, as their windows show them; each person once, in the order of their names. */
export function writersIn(awareness: Pick<Awareness, "clientID" | "getStates">, me: string): Writer[] {
  const people = new Map<string, Writer>();
  for (const [client, state] of awareness.getStates()) {
    const shown = client === awareness.clientID ? null : Shown.safeParse(state).data;
    if (!shown) continue;
    const { id, name } = shown.user;
    const known = people.get(id);
    people.set(id, { id, name, isMe: id === me, isIdle: shown.isIdle && (known?.isIdle ?? true) });
  }
  return [...people.values()].sort(
    (one, other) => one.name.localeCompare(other.name) || one.id.localeCompare(other.id),
  );
}

const hues = 8;

/** The colour of a person, the same in every window: which of the palette in Writers.module.css. */
export function hueOf(personId: string): number {
  let sum = 0;
  for (const letter of personId) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return sum % hues;
}

/** Two letters at most, for a small place. */
export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? "")][0] ?? "?";
  const last = words.length > 1 ? ([...(words.at(-1) ?? "")][0] ?? "") : "";
  return (first + last).toLocaleUpperCase();
};
