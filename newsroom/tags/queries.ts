import "server-only";
import { deskDb } from "#lib/db/desk";
import { literally } from "#lib/db/literally";
import type { Actor } from "../kernel/actor.ts";
import type { Tag } from "./schema.ts";

const suggestions = 12;
const fields = { id: true, slug: true, name: true, kind: true } as const;

/** Tags whose name has `typed` in it, those that begin with it first; the newest few if nothing is typed. */
export async function suggestTags(_actor: Actor, typed: string): Promise<Tag[]> {
  const text = typed.trim().slice(0, 80);
  if (text === "" || !text.isWellFormed() || text.includes("\u0000"))
    return deskDb().tag.findMany({
      where: { spikedAt: null },
      orderBy: { createdAt: "desc" },
      take: suggestions,
      select: fields,
    });
  const found = await deskDb().tag.findMany({
    where: { spikedAt: null, name: { contains: literally(text), mode: "insensitive" } },
    orderBy: { name: "asc" },
    take: 100,
    select: fields,
  });
  const begins = (tag: Tag) => (tag.name.toLowerCase().startsWith(text.toLowerCase()) ? 0 : 1);
  return found.sort((one, other) => begins(one) - begins(other)).slice(0, suggestions);
}
