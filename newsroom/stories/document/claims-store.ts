import "server-only";
import type * as Y from "yjs";
import type { Tx } from "../../kernel/context.ts";
import { isId } from "../../kernel/ids.ts";
import { type Claimed, type Claims, suggestersIn } from "./claims.ts";

interface Sender {
  storyId: string;
  /** Null for the program itself, which may bring what anybody made. */
  staffId: string | null;
  at: Date;
}

/** What somebody sends as another's. */
export type Foreign = "words" | "suggestion";

export const foreignWords: Record<Foreign, string> = {
  words: "This holds words that somebody else typed and the newsroom does not have.",
  suggestion: "A suggestion in this change stands in another name than that of who sends it.",
};

/**
 * Does somebody send what is another's? Clients and suggestions that nobody had are the sender's from now on, unless anything is foreign.
 * What stands in `doc` was let in, whoever brings it again.
 */
export async function foreignIn(
  db: Tx,
  doc: Y.Doc,
  { clients, suggestions }: Pick<Claims, "clients" | "suggestions">,
  { storyId, staffId, at }: Sender,
): Promise<Foreign | null> {
  const owners = () => ownersOf(db, storyId, clients);
  const known = await owners();
  if ([...known.values()].some((owner) => owner !== staffId)) return "words";
  const own = staffId === null ? [] : await ownSuggestions(db, doc, suggestions, { storyId, staffId });
  if (own === null) return "suggestion";
  const fresh = clients.filter((client) => !known.has(client));
  if (fresh.length > 0) {
    await db.documentClient.createMany({
      data: fresh.map((clientId) => ({ storyId, clientId, staffId, since: at })),
      skipDuplicates: true,
    });
    // Somebody else may have come first.
    if ([...(await owners()).values()].some((owner) => owner !== staffId)) return "words";
  }
  if (own.length === 0 || staffId === null) return null;
  await db.suggestionAuthor.createMany({
    data: own.map((suggestionId) => ({ storyId, suggestionId, staffId })),
    skipDuplicates: true,
  });
  const authors = await authorsOf(db, storyId, own);
  return own.every((id) => authors.get(id) === staffId) ? null : "suggestion";
}

async function ownersOf(db: Tx, storyId: string, clients: number[]): Promise<Map<number, string | null>> {
  if (clients.length === 0) return new Map();
  const rows = await db.documentClient.findMany({
    where: { storyId, clientId: { in: clients } },
    select: { clientId: true, staffId: true },
  });
  return new Map(rows.map(({ clientId, staffId }) => [Number(clientId), staffId]));
}

async function authorsOf(db: Tx, storyId: string, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.suggestionAuthor.findMany({
    where: { storyId, suggestionId: { in: ids } },
    select: { suggestionId: true, staffId: true },
  });
  return new Map(rows.map(({ suggestionId, staffId }) => [suggestionId, staffId]));
}

/** The ids of the sender's own new suggestions; null if one is another's that nobody brings back. */
async function ownSuggestions(
  db: Tx,
  doc: Y.Doc,
  suggestions: Claimed[],
  { storyId, staffId }: { storyId: string; staffId: string },
): Promise<string[] | null> {
  const ids = [...new Set(suggestions.map(({ suggestionId }) => suggestionId))];
  const authors = await authorsOf(db, storyId, ids.filter(isId));
  if (ids.some((id) => !authors.has(id)))
    for (const [id, by] of suggestersIn(doc)) if (!authors.has(id)) authors.set(id, by);
  const isTrue = ({ suggestionId, by }: Claimed) =>
    by === (authors.get(suggestionId) ?? (isId(suggestionId) ? staffId : null));
  return suggestions.every(isTrue) ? ids.filter((id) => !authors.has(id)) : null;
}
