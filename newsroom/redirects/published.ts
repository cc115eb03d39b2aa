import "server-only";
import { readersDb } from "#lib/db/readers";
import { addressOf } from "../stories/publication/reach.ts";
import { pageAt } from "./live-pages.ts";

/** All paths from which a redirect made by hand leads somewhere today. */
export async function redirectedPaths(): Promise<Set<string>> {
  const rows = await readersDb().redirect.findMany({ select: { from: true } });
  return new Set(rows.map(({ from }) => from));
}

/** Where readers are led from a path: an https address, or a path of this site where a page stands today; null if nowhere. */
export async function redirectAt(from: string): Promise<string | null> {
  const row = await readersDb().redirect.findUnique({ where: { from }, select: { to: true, toStoryId: true } });
  if (!row) return null;
  if (row.to?.startsWith("/")) return pageAt(readersDb(), row.to);
  if (!row.toStoryId) return row.to;
  const [story, { language }] = await Promise.all([
    readersDb().liveStory.findUnique({ where: { id: row.toStoryId }, select: { language: true, slug: true } }),
    readersDb().newsroom.findUniqueOrThrow({ where: { id: 1 }, select: { language: true } }),
  ]);
  return story && addressOf(story, language);
}
