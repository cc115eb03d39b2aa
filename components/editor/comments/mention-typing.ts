import type { Person } from "#newsroom/stories/comments/comments";

/** A name that is being typed behind an `@`. */
export interface TypedName {
  /** Where its `@` stands. */
  at: number;
  query: string;
}

const mostShown = 6;

/** What stands before the cursor, if it may become a mention: an `@` at the start of a word, and at most three words behind it. */
export function nameBefore(text: string, cursor: number): TypedName | null {
  const found = /(?:^|[\s(«“"])@((?:[\p{L}\p{N}.’'-]+ ?){0,3})$/u.exec(text.slice(0, cursor));
  if (!found) return null;
  const query = found[1] ?? "";
  return { at: cursor - query.length - 1, query };
}

/** The people whose name, or a later part of it, begins like this. */
export function peopleLike(people: readonly Person[], query: string): Person[] {
  const sought = folded(query);
  return people
    .filter(({ name }) => folded(name).startsWith(sought) || folded(name).includes(` ${sought}`))
    .slice(0, mostShown);
}

const folded = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** The text with the whole name in the place of what was typed of it, and where the cursor goes. */
export function withName(text: string, { at, query }: TypedName, name: string): { text: string; cursor: number } {
  const rest = text.slice(at + 1 + query.length);
  const space = /^\s/.test(rest) ? "" : " ";
  return { text: `${text.slice(0, at)}@${name}${space}${rest}`, cursor: at + 1 + name.length + 1 };
}
