import "server-only";
import { command } from "../kernel/command.ts";
import type { Tx } from "../kernel/context.ts";
import { conflict, forbidden, invalid, notFound } from "../kernel/faults.ts";
import { newId } from "../kernel/ids.ts";
import { definedOf } from "../kernel/patch.ts";
import { freeSlug, slugOf } from "../kernel/slug.ts";
import { namesake, sameWords } from "./namesake.ts";
import { notePairs, tagsNearTo } from "./near-names.ts";
import { plainNameOf } from "./plain-name.ts";
import { canManageTags } from "./policy.ts";
import { ChangeTag, CreateTag, KeepTagsApart, type Tag, type TagLabel } from "./schema.ts";
import { standingTags } from "./standing-tags.ts";
import { holdTags } from "./tag-lock.ts";

/**
 * A tag that is called so, by name, label, synonym or the name of one that was merged into it, is answered instead of a
 * second one: two people may type it at once.
 * @throws Fault conflict with `detail.near` if the names of others are close and this was to be asked
 */
export const createTag = command({
  name: "tag.create",
  input: CreateTag,
  async run({ actor, now, tx, emit }, { id, name, kind, slug: chosen, description, askIfNear }): Promise<Tag> {
    if (!canManageTags(actor)) throw forbidden("Only editors make tags.");
    await holdTags(tx);
    const same = await tagCalled(tx, name);
    const spiked = same
      ? null
      : await tx.tag.findFirst({ where: { plainName: plainNameOf(name), spikedAt: { not: null } } });
    if (spiked) throw conflict(`“${spiked.name}” lies in the trash. Please restore it there.`);
    if (same) return { id: same.id, slug: same.slug, name: same.name, kind: same.kind };
    const wanted = chosen ?? slugOf(name);
    if (!wanted)
      throw invalid([
        { path: "name", message: "This name gives no address: it has no letter that we can write in one." },
      ]);
    const near = askIfNear ? await tagsNearTo(tx, name) : [];
    if (near.length > 0) throw conflict(`There is “${near[0]?.name}” already. Do you mean another one?`, { near });
    const slug = freeSlug(wanted, await takenSlugs(tx, wanted));
    const plainName = plainNameOf(name);
    await tx.tag.create({
      data: { id, slug, name, plainName, kind, description: description ?? null, createdAt: now },
    });
    await notePairs(tx, id);
    emit({ type: "tag.created", subject: id, payload: { slug } });
    return { id, slug, name, kind };
  },
});

/**
 * Changes what is given, for readers too and at once. The address stays when the name changes; if it is changed, the old
 * one leads to the new one.
 */
export const changeTag = command({
  name: "tag.change",
  input: ChangeTag,
  async run({ actor, tx, emit }, { tagId, version, changes }) {
    if (!canManageTags(actor)) throw forbidden("Only editors change tags.");
    await holdTags(tx);
    const tag = await tx.tag.findUnique({ where: { id: tagId } });
    if (!tag || tag.spikedAt) throw notFound("tag");
    if (tag.mergedIntoId) throw conflict("This tag was merged into another one meanwhile.");
    if (tag.version !== version) throw conflict("Someone else changed this tag.", { version: tag.version });

    const { labels, synonyms, slug = tag.slug, ...plain } = changes;
    if (plain.name !== undefined) await demandFreeName(tx, tagId, plain.name);
    if (slug !== tag.slug) await moveTag(tx, tag, slug);
    await tx.tag.update({
      where: { id: tagId },
      data: {
        ...definedOf(plain),
        ...(plain.name !== undefined && { plainName: plainNameOf(plain.name) }),
        version: { increment: 1 },
      },
    });
    if (labels) await writeLabels(tx, tagId, labels);
    if (synonyms) await writeSynonyms(tx, tagId, synonyms);
    if (plain.name ?? labels ?? synonyms) await notePairs(tx, tagId);
    emit({ type: "tag.renamed", subject: tagId, payload: { slug, was: tag.slug, fields: Object.keys(changes) } });
    return { version: version + 1, slug };
  },
});

/** Two tags of near names are different things: nobody need look at them again until one is renamed. */
export const keepTagsApart = command({
  name: "tag.keep_apart",
  input: KeepTagsApart,
  async run({ actor, tx, emit }, { tagId, otherId }) {
    if (!canManageTags(actor)) throw forbidden("Only editors decide about tags.");
    const [oneId, otherOne] = [tagId, otherId].toSorted();
    const { count } = await tx.tagPair.updateMany({
      where: { oneId, otherId: otherOne },
      data: { areDifferent: true },
    });
    if (count === 0) throw notFound("pair of near tags");
    emit({ type: "tag.kept_apart", subject: tagId, payload: { otherId } });
    return {};
  },
});

/** The tag that stands for this name, in any case of letters. */
async function tagCalled(tx: Tx, name: string): Promise<Tag | undefined> {
  const plainName = plainNameOf(name);
  const tags = await tx.tag.findMany({ where: { plainName }, select: { id: true, name: true, mergedIntoId: true } });
  const others = await tx.tagName.findMany({ where: { plainName }, select: { tagId: true, name: true } });
  const called = [
    ...tags
      .filter((tag) => sameWords(tag.name, name))
      .toSorted((one, another) => Number(one.mergedIntoId !== null) - Number(another.mergedIntoId !== null)),
    ...others.filter((other) => sameWords(other.name, name)).map(({ tagId }) => ({ id: tagId })),
  ];
  const [standing] = await standingTags(
    tx,
    called.map(({ id }) => id),
  );
  return standing;
}

async function demandFreeName(tx: Tx, tagId: string, name: string): Promise<void> {
  if (await namesake(tx, tagId, name))
    throw invalid([{ path: "name", message: "There is a tag of this name. Merge the two instead." }]);
}

/** To another address; the one it leaves stays its own, and it may come back to one that it had. */
async function moveTag(tx: Tx, { id, slug: was }: { id: string; slug: string }, slug: string): Promise<void> {
  const former = await tx.tagSlug.findUnique({ where: { slug } });
  const holder = await tx.tag.findUnique({ where: { slug }, select: { id: true } });
  if (holder || (former && former.tagId !== id))
    throw invalid([{ path: "slug", message: "Another tag has or had this address." }]);
  await tx.tagSlug.deleteMany({ where: { slug } });
  await tx.tag.update({ where: { id }, data: { slug } });
  await tx.tagSlug.create({ data: { slug: was, tagId: id } });
}

async function writeLabels(tx: Tx, tagId: string, labels: TagLabel[]): Promise<void> {
  await tx.tagName.deleteMany({ where: { tagId, language: { not: null } } });
  await tx.tagName.createMany({
    data: labels.map(({ language, name }) => ({ id: newId(), tagId, language, name, plainName: plainNameOf(name) })),
  });
}

async function writeSynonyms(tx: Tx, tagId: string, synonyms: string[]): Promise<void> {
  const each = synonyms.filter((name, place) => synonyms.findIndex((other) => sameWords(name, other)) === place);
  await tx.tagName.deleteMany({ where: { tagId, language: null } });
  await tx.tagName.createMany({
    data: each.map((name) => ({ id: newId(), tagId, name, plainName: plainNameOf(name) })),
  });
}

async function takenSlugs(tx: Tx, wanted: string): Promise<(slug: string) => boolean> {
  const near = { where: { slug: { startsWith: wanted.slice(0, 70) } }, select: { slug: true } };
  const taken = new Set(
    [...(await tx.tag.findMany(near)), ...(await tx.tagSlug.findMany(near))].map(({ slug }) => slug),
  );
  return (slug) => taken.has(slug);
}
