import "server-only";
import { z } from "zod";
import { staffIdOf } from "../kernel/actor.ts";
import { command } from "../kernel/command.ts";
import type { Tx } from "../kernel/context.ts";
import { conflict, forbidden, notFound } from "../kernel/faults.ts";
import { Id } from "../kernel/ids.ts";
import { canManageTags } from "./policy.ts";
import { SpikeTag, UnspikeTag } from "./schema.ts";
import { familyOf } from "./standing-tags.ts";
import { holdTags } from "./tag-lock.ts";

// Lock order: stories, then the tag, then the readers' projection. Stories take the tags that they choose `for key share`.

/** Takes a tag from all stories and from the readers, at once, and remembers where it stood. Answers how many stories had it. */
export const spikeTag = command({
  name: "tag.spike",
  input: SpikeTag,
  async run({ actor, now, tx, emit }, { tagId, version, reason }) {
    if (!canManageTags(actor)) throw forbidden("Only editors spike tags.");
    await holdTags(tx);
    const tag = await tagInHand(tx, tagId);
    if (tag.spikedAt ?? tag.mergedIntoId) throw notFound("tag");
    demandTag(tag, version);
    await tx.tag.update({
      where: { id: tagId },
      data: { spikedAt: now, spikedBecause: reason, spikedById: staffIdOf(actor), version: { increment: 1 } },
    });
    const stories = await tx.$executeRaw`
      with "taken" as (delete from "StoryTag" where "tagId" = ${tagId}::uuid returning "tagId", "storyId", "position")
      insert into "SpikedTagUse" ("tagId", "storyId", "position") select "tagId", "storyId", "position" from "taken"`;
    emit({ type: "tag.spiked", subject: tagId, payload: { slug: tag.slug, stories } });
    return { version: version + 1, stories };
  },
});

/** Puts a tag back where it stood: in its stories, those in the trash too, and before the readers. Answers in how many stories. */
export const unspikeTag = command({
  name: "tag.unspike",
  input: UnspikeTag,
  async run({ actor, tx, emit }, { tagId, version }) {
    if (!canManageTags(actor)) throw forbidden("Only editors restore tags.");
    await tx.$queryRaw`
      select from "Story" where "id" in (select "storyId" from "SpikedTagUse" where "tagId" = ${tagId}::uuid)
      order by "id" for update`;
    await holdTags(tx);
    const tag = await tagInHand(tx, tagId);
    if (!tag.spikedAt) throw notFound("tag in the trash");
    demandTag(tag, version);
    await tx.tag.update({
      where: { id: tagId },
      data: { spikedAt: null, spikedBecause: null, spikedById: null, version: { increment: 1 } },
    });
    await makeRoom(tx, tagId);
    const stories = await tx.$executeRaw`
      insert into "StoryTag" ("storyId", "tagId", "position")
      select u."storyId", u."tagId", u."position" from "SpikedTagUse" u join "Story" s on s."id" = u."storyId"
      where u."tagId" = ${tagId}::uuid on conflict do nothing`;
    await countOn(tx, tagId);
    await tx.spikedTagUse.deleteMany({ where: { tagId } });
    emit({ type: "tag.unspiked", subject: tagId, payload: { slug: tag.slug, stories } });
    return { version: version + 1, stories };
  },
});

/** What has lain in the trash since before `before`. Answers false if it was restored meanwhile. */
export const removeTag = command({
  name: "tag.remove",
  input: z.object({ tagId: Id, before: z.date() }),
  async run({ actor, tx, emit }, { tagId, before }) {
    if (actor.kind !== "system") throw forbidden("Time alone removes a tag for good.");
    const tag = await tagInHand(tx, tagId);
    if (!tag.spikedAt || tag.spikedAt > before) return { removed: false };
    await tx.tag.delete({ where: { id: tagId } });
    emit({ type: "tag.removed", subject: tagId, payload: { slug: tag.slug } });
    return { removed: true };
  },
});

/** Where another tag took its place meanwhile, that one and those behind it move on by one. */
const makeRoom = (tx: Tx, tagId: string) => tx.$executeRaw`
  update "StoryTag" t set "position" = t."position" + 1 from "SpikedTagUse" u
  where u."tagId" = ${tagId}::uuid and t."storyId" = u."storyId" and t."position" >= u."position"
    and exists (select from "StoryTag" o where o."storyId" = u."storyId" and o."position" = u."position")`;

/**
 * A window that still has the tags as they were would take this one away again. Where readers have the story without it, the desk is to
 * show that they differ.
 */
async function countOn(tx: Tx, tagId: string): Promise<void> {
  const family = (await familyOf(tx, tagId)).map(({ id }) => id);
  await tx.$executeRaw`
    update "Story" story set "version" = story."version" + 1, "columnsVersion" = case
      when exists (select from "Revision" live
        where live."id" = story."liveRevisionId" and live."columns" -> 'tagIds' ?| ${family}::text[])
      then story."columnsVersion" else story."version" + 1 end
    where story."id" in (select "storyId" from "SpikedTagUse" where "tagId" = ${tagId}::uuid)`;
}

async function tagInHand(tx: Tx, id: string) {
  await tx.$queryRaw`select from "Tag" where "id" = ${id}::uuid for update`;
  const tag = await tx.tag.findUnique({ where: { id } });
  if (!tag) throw notFound("tag");
  return tag;
}

function demandTag(tag: { version: number }, version: number): void {
  if (tag.version !== version) throw conflict("Someone else changed this tag.", { version: tag.version });
}
