import "server-only";
import { staffIdOf } from "../../kernel/actor.ts";
import { command } from "../../kernel/command.ts";
import type { Tx } from "../../kernel/context.ts";
import { conflict, forbidden, notFound } from "../../kernel/faults.ts";
import { newId } from "../../kernel/ids.ts";
import { canManageTags } from "../../tags/policy.ts";
import { undoableSince, undoUntilOf } from "../../tags/schema.ts";
import { holdTags } from "../../tags/tag-lock.ts";
import { holdProjection } from "../publication/projection.ts";
import { MergeTags } from "../schema.ts";
import { projectTagsAnew } from "../tags/tag-projection.ts";

/**
 * Puts one tag in the place of another, in all stories and for readers at once. Revisions keep the id that they have; it
 * stands for the other tag from now on. Its names find the other tag, its address leads there.
 * @throws Fault conflict if either was merged, changed or spiked meanwhile
 */
export const mergeTags = command({
  name: "tag.merge",
  input: MergeTags,
  async run({ actor, now, tx, emit }, { tagId, version, intoId }) {
    if (!canManageTags(actor)) throw forbidden("Only editors merge tags.");
    await holdTags(tx);
    const tag = await tx.tag.findUnique({ where: { id: tagId } });
    const into = await tx.tag.findUnique({ where: { id: intoId } });
    if (!tag || !into) throw notFound("tag");
    if (tag.mergedIntoId ?? into.mergedIntoId) throw conflict("One of these tags was merged meanwhile.");
    const spiked = [tag, into].find(({ spikedAt }) => spikedAt !== null);
    if (spiked) throw conflict(`“${spiked.name}” lies in the trash. Please restore it first.`);
    if (tag.version !== version) throw conflict("Someone else changed this tag.", { version: tag.version });

    const mergeId = newId();
    // What cannot be undone any more need not be kept.
    await tx.tagMerge.deleteMany({ where: { mergedAt: { lte: undoableSince(now) } } });
    await tx.tag.update({ where: { id: tagId }, data: { mergedIntoId: intoId, version: { increment: 1 } } });
    await tx.tagMerge.create({
      data: { id: mergeId, tagId, intoId, mergedAt: now, mergedById: staffIdOf(actor) },
    });
    const { stories, both } = await moveStories(tx, mergeId, tagId, intoId);
    await holdProjection(tx);
    const live = await tx.liveStoryTag.findMany({ where: { tagSlug: tag.slug }, select: { storyId: true } });
    await projectTagsAnew(
      tx,
      tagId,
      live.map(({ storyId }) => storyId),
    );
    emit({
      type: "tag.merged",
      subject: tagId,
      payload: { slug: tag.slug, into: into.slug, intoId, mergeId, stories, both },
    });
    return { mergeId, stories, both, undoUntil: undoUntilOf(now).toISOString() };
  },
});

/** Each story keeps the place of the tag; where it has both, the one that is merged goes. */
async function moveStories(tx: Tx, mergeId: string, tagId: string, intoId: string) {
  const stories = await tx.$executeRaw`
    insert into "TagMergeStory" ("mergeId", "storyId", "position", "hadBoth")
    select ${mergeId}::uuid, mine."storyId", mine."position", other."storyId" is not null
    from "StoryTag" mine left join "StoryTag" other on other."storyId" = mine."storyId" and other."tagId" = ${intoId}::uuid
    where mine."tagId" = ${tagId}::uuid`;
  const both = await tx.$executeRaw`
    delete from "StoryTag" mine using "TagMergeStory" noted
    where mine."tagId" = ${tagId}::uuid and noted."mergeId" = ${mergeId}::uuid and noted."storyId" = mine."storyId" and noted."hadBoth"`;
  await tx.storyTag.updateMany({ where: { tagId }, data: { tagId: intoId } });
  return { stories, both };
}
