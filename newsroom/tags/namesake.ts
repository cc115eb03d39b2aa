import "server-only";
import type { Tx } from "../kernel/context.ts";
import { plainNameOf } from "./plain-name.ts";

export const sameWords = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Another tag of this name, in any case of letters: one that stands or lies in the trash, not one that was merged away. */
export async function namesake(tx: Tx, tagId: string, name: string): Promise<{ name: string } | undefined> {
  const rows = await tx.tag.findMany({
    where: { plainName: plainNameOf(name), mergedIntoId: null, id: { not: tagId } },
    select: { name: true },
  });
  return rows.find((row) => sameWords(row.name, name));
}
