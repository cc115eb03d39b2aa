import "server-only";
import type { Tx } from "../../kernel/context.ts";

export interface StoryAddress {
  language: string;
  slug: string;
}

/** One at a time decides on addresses, so that none is given twice. */
export async function holdAddresses(tx: Tx): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('chapar.slugs'))::text`;
}

/** Whether a story has this address or had it before. */
export async function holderOf(tx: Tx, { language, slug }: StoryAddress): Promise<string | null> {
  const address = { language_slug: { language, slug } };
  const holder = await tx.story.findUnique({ where: address, select: { id: true } });
  if (holder) return holder.id;
  const former = await tx.formerAddress.findUnique({ where: address, select: { storyId: true } });
  return former?.storyId ?? null;
}

/** Where a story stands or stood, today's address first. */
export async function addressesOf(tx: Tx, story: { id: string } & StoryAddress): Promise<StoryAddress[]> {
  const former = await tx.formerAddress.findMany({
    where: { storyId: story.id },
    orderBy: { leftAt: "desc" },
    select: { language: true, slug: true },
  });
  return [{ language: story.language, slug: story.slug }, ...former];
}
