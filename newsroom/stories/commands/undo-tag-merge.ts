import "server-only";
import { command } from "../../kernel/command.ts";
import type { Tx } from "../../kernel/context.ts";
import { conflict, forbidden, notFound } from "../../kernel/faults.ts";
import { namesake } from "../../tags/namesake.ts";
import { canManageTags } from "../../tags/policy.ts";
import { undoUntilOf } from "../../tags/schema.ts";
import { familyOf } from "../../tags/standing-tags.ts";
import { holdTags } from "../../tags/tag-lock.ts";
import { holdProjection } from "../publication/projection.ts";
import { UndoTagMerge } from "../schema.ts";
import { projectTagsAnew } from "../tags/tag-projection.ts";

/**
 * Gives the merged tag its stories back, each at its place, and its address. A story from which somebody has taken the
 * other tag since gets none back: what was decided after the merge stands.
 * @throws Fault conflict after 30 days, while the other tag is itself merged into a third one or lies in the trash, and
 * while another tag has the merged one's name
 */
export const undoTagMerge = command({
  name: "tag.undo_merge",
  input: UndoTagMerge,
  async run({ actor, now, tx, emit }, { mergeId }) {
    if (!canManageTags(actor)) throw forbidden("Only editors undo merges of tags.");
    // Stories before tags, as in every verb: a row of theirs is added here.
    await tx.$queryRaw`
      select 1 from "Story" where "id" in (select "storyId" from "TagMergeStory" where "mergeId" = ${mergeId}::uuid)
      order by "id" for update`;
    await holdTags(tx);
    const merge = await tx.tagMerge.findUnique({ where: { id: mergeId }, include: { tag: true, into: true } });
    if (!merge) throw notFound("merge of tags");
    const { tag, into, mergedAt } = merge;
    if (undoUntilOf(mergedAt) <= now) throw conflict("A merge can be undone for 30 days.");
    if (into.spikedAt) throw conflict(`“${into.name}” lies in the trash: restore it first.`);
    if (into.mergedIntoId) throw conflict(`“${into.name}” was merged into another tag since: undo that first.`);
    const other = await namesake(tx, tag.id, tag.name);
    if (other) throw conflict(`Another tag is called “${other.name}” now: rename that one first.`);

    await tx.tag.update({ where: { id: tag.id }, data: { mergedIntoId: null, version: { increment: 1 } } });
    const stories = await giveBack(tx, mergeId, tag.id, into.id);
    await countOn(tx, mergeId);
    await markThoseSaidAnew(tx, mergeId, mergedAt, now);
    await tx.tagMerge.delete({ where: { id: mergeId } });
    await holdProjection(tx);
    await projectTagsAnew(tx, tag.id, await liveStoriesOf(tx, tag.id, into.slug));
    emit({
      type: "tag.merge_undone",
      subject: tag.id,
      payload: { slug: tag.slug, into: into.slug, intoId: into.id, mergeId, stories },
    });
    return { stories };
  },
});

/** Of the stories that still have the other tag. It stays where it was before, or has come by another merge as well. */
async function giveBack(tx: Tx, mergeId: string, tagId: string, intoId: string): Promise<number> {
  const returned = await tx.$queryRaw<{ storyId: string; keeps: boolean }[]>`
    select mine."storyId"::text, mine."hadBoth" or heir."mergeId" is not null as keeps
    from "TagMergeStory" mine
      join "StoryTag" has on has."storyId" = mine."storyId" and has."tagId" = ${intoId}::uuid
      left join lateral (
        select noted."mergeId" from "TagMergeStory" noted join "TagMerge" merge on merge."id" = noted."mergeId"
        where noted."storyId" = mine."storyId" and merge."intoId" = ${intoId}::uuid and noted."mergeId" <> mine."mergeId"
        limit 1
      ) heir on true
    where mine."mergeId" = ${mergeId}::uuid`;
  const keeping = returned.filter(({ keeps }) => keeps).map(({ storyId }) => storyId);
  const leaving = returned.filter(({ keeps }) => !keeps).map(({ storyId }) => storyId);
  // From now on the other tag is there on account of the other merge.
  await tx.$executeRaw`
    update "TagMergeStory" noted set "hadBoth" = false from (
      select distinct on (other."storyId") other."mergeId", other."storyId"
      from "TagMergeStory" mine join "TagMergeStory" other on other."storyId" = mine."storyId" and other."mergeId" <> mine."mergeId"
        join "TagMerge" merge on merge."id" = other."mergeId" and merge."intoId" = ${intoId}::uuid
      where mine."mergeId" = ${mergeId}::uuid and not mine."hadBoth"
      order by other."storyId", merge."mergedAt"
    ) heir where noted."mergeId" = heir."mergeId" and noted."storyId" = heir."storyId"`;
  await tx.$executeRaw`
    insert into "StoryTag" ("storyId", "tagId", "position")
    select "storyId", ${tagId}::uuid, "position" from "TagMergeStory"
    where "mergeId" = ${mergeId}::uuid and "storyId" = any(${keeping}::uuid[])`;
  await tx.$executeRaw`
    update "StoryTag" has set "tagId" = ${tagId}::uuid, "position" = mine."position" from "TagMergeStory" mine
    where has."tagId" = ${intoId}::uuid and has."storyId" = any(${leaving}::uuid[])
      and mine."mergeId" = ${mergeId}::uuid and mine."storyId" = has."storyId"`;
  return returned.length;
}

/** A window that still has the tags as they were would take away again what is given back. */
async function countOn(tx: Tx, mergeId: string): Promise<void> {
  await tx.$executeRaw`
    update "Story" story set "version" = story."version" + 1
    from "TagMergeStory" noted where noted."mergeId" = ${mergeId}::uuid and story."id" = noted."storyId"`;
}

/** Readers of a story that was published since see the other tag until it is updated: the desk is to show that they differ. */
async function markThoseSaidAnew(tx: Tx, mergeId: string, mergedAt: Date, now: Date): Promise<void> {
  await tx.$executeRaw`
    update "Story" story set "columnsVersion" = story."version", "changedAt" = ${now}
    from "TagMergeStory" noted, "Revision" live
    where noted."mergeId" = ${mergeId}::uuid and story."id" = noted."storyId" and live."id" = story."liveRevisionId"
      and live."createdAt" >= ${mergedAt}`;
}

/** Live under the other tag, by a revision that has this one or what was merged into it. */
async function liveStoriesOf(tx: Tx, tagId: string, intoSlug: string): Promise<string[]> {
  const family = (await familyOf(tx, tagId)).map(({ id }) => id);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select live."id"::text from "LiveStoryTag" shown join "LiveStory" live on live."id" = shown."storyId"
      join "Revision" revision on revision."id" = live."revisionId"
    where shown."tagSlug" = ${intoSlug} and revision."columns" -> 'tagIds' ?| ${family}::text[]`;
  return rows.map(({ id }) => id);
}
