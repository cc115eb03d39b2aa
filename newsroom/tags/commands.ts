import "server-only";
import { literally } from "#lib/db/literally";
import { command } from "../kernel/command.ts";
import type { Tx } from "../kernel/context.ts";
import { conflict, forbidden, invalid } from "../kernel/faults.ts";
import { freeSlug, slugOf } from "../kernel/slug.ts";
import { canManageTags } from "./policy.ts";
import { CreateTag, type Tag } from "./schema.ts";

/** A tag of the same name is answered instead of a second one: two people may type it at once. */
export const createTag = command({
  name: "tag.create",
  input: CreateTag,
  async run({ actor, now, tx, emit }, { id, name, kind, slug: chosen, description }): Promise<Tag> {
    if (!canManageTags(actor)) throw forbidden("Only editors make tags.");
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('chapar.tags'))::text`;
    const same = await tx.tag.findFirst({ where: { name: { equals: literally(name), mode: "insensitive" } } });
    if (same?.spikedAt) throw conflict(`“${same.name}” lies in the trash. Please restore it there.`);
    if (same) return { id: same.id, slug: same.slug, name: same.name, kind: same.kind };
    const wanted = chosen ?? slugOf(name);
    if (!wanted)
      throw invalid([
        { path: "name", message: "This name gives no address: it has no letter that we can write in one." },
      ]);
    const slug = freeSlug(wanted, await takenSlugs(tx, wanted));
    await tx.tag.create({ data: { id, slug, name, kind, description: description ?? null, createdAt: now } });
    emit({ type: "tag.created", subject: id, payload: { slug } });
    return { id, slug, name, kind };
  },
});

async function takenSlugs(tx: Tx, wanted: string): Promise<(slug: string) => boolean> {
  const near = await tx.tag.findMany({ where: { slug: { startsWith: wanted.slice(0, 70) } }, select: { slug: true } });
  const taken = new Set(near.map(({ slug }) => slug));
  return (slug) => taken.has(slug);
}
