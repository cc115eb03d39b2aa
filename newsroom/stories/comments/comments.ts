import { z } from "zod";
import { Id } from "../../kernel/ids.ts";
import { line, lines } from "../../kernel/text.ts";

/** Characters of one comment; a mention counts as its id. */
export const commentLength = 4_000;
/** Characters of the words that a thread keeps. */
export const quoteLength = 400;
const mostMentions = 20;

const Text = lines(commentLength)
  .refine((text) => text !== "", "Please write something first.")
  .refine((text) => mentionsIn(text).length <= mostMentions, `Please mention ${mostMentions} people at most.`);

export const StartThread = z.object({
  storyId: Id,
  threadId: Id,
  commentId: Id,
  quote: line(quoteLength),
  isAnchored: z.boolean(),
  text: Text,
});
export const ReplyToThread = z.object({ threadId: Id, commentId: Id, text: Text });
export const SettleThread = z.object({ threadId: Id, version: z.int().min(1) });
/** `version`: of the comment, as far as the caller has read it. */
export const EditComment = z.object({ commentId: Id, version: z.int().min(1), text: Text });
export const RemoveComment = z.object({ commentId: Id, version: z.int().min(1) });
export const SeeMentions = z.object({ storyId: Id });

/** Somebody at the desk, for comments: nothing but who they are. */
export interface Person {
  id: string;
  name: string;
}

export interface CommentOfThread {
  id: string;
  version: number;
  by: Person | null;
  /** Somebody outside who said it through a link. */
  guest: string | null;
  /** Plain text with mentions by id; empty if it was removed. */
  text: string;
  at: Date;
  editedAt: Date | null;
  isRemoved: boolean;
  mentions: Person[];
  /** What the one who asks may do with it. */
  can: { edit: boolean; remove: boolean };
}

export interface Thread {
  id: string;
  version: number;
  /** The words as they stood when it began; empty if it is about the whole story. */
  quote: string;
  /** Were its words marked in the text? */
  isAnchored: boolean;
  resolved: { at: Date; by: string | null } | null;
  comments: CommentOfThread[];
  /** The one who asks was mentioned here and has not looked yet. */
  callsMe: boolean;
}

const mention = /@\{([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}/gi;

/** The ids of those whom a comment mentions, each once. */
export const mentionsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(mention)].map(([, id = ""]) => id.toLowerCase())),
];

/** A comment in pieces: words, and people whom it mentions. Whoever is not known is shown as somebody. */
export function piecesOf(text: string, people: readonly Person[]): (string | Person)[] {
  const pieces: (string | Person)[] = [];
  let at = 0;
  for (const found of text.matchAll(mention)) {
    const id = (found[1] ?? "").toLowerCase();
    if (found.index > at) pieces.push(text.slice(at, found.index));
    pieces.push(people.find((person) => person.id === id) ?? { id, name: "somebody" });
    at = found.index + found[0].length;
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
}

/** A comment as it is typed anew, with `@Name` in the place of each id. */
export const asTyped = (text: string, people: readonly Person[]): string =>
  piecesOf(text, people)
    .map((piece) => (typeof piece === "string" ? piece : `@${piece.name}`))
    .join("");

/** `@Name` as it is typed, with each name that is known turned into its id. Longer names are tried first. */
export function withMentions(typed: string, people: readonly Person[]): string {
  const byLength = people.toSorted((one, other) => other.name.length - one.name.length);
  let text = "";
  for (let at = 0; at < typed.length; ) {
    const named = typed[at] === "@" ? byLength.find(({ name }) => isNameAt(typed, at + 1, name)) : undefined;
    text += named ? `@{${named.id}}` : typed[at];
    at += named ? named.name.length + 1 : 1;
  }
  return text;
}

const isNameAt = (text: string, at: number, name: string): boolean =>
  name !== "" && text.startsWith(name, at) && !/[\p{L}\p{N}]/u.test(text.charAt(at + name.length));
