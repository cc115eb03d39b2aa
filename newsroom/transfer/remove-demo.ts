import "server-only";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import type { CommandContext, Tx } from "../kernel/context.ts";
import { forbidden } from "../kernel/faults.ts";
import { everyPageIsOld } from "../rates/accepted.ts";
import { storiesShowing } from "../stories/pictures/picture-queries.ts";
import { addressesOf } from "../stories/publication/addresses.ts";
import { holdProjection, unproject } from "../stories/publication/projection.ts";
import { reachPayload } from "../stories/publication/reach.ts";
import { holdTags } from "../tags/tag-lock.ts";
import { canRemoveDemo } from "./policy.ts";
import type { DemoKind, DemoRemoved } from "./schema.ts";

/**
 * Takes out what the demo seed made and nothing else: its stories, however they were changed since, and those of its
 * sections, tags and profiles that no other story uses. What stays belongs to the newsroom from then on.
 */
export const removeDemo = command({
  name: "demo.remove",
  input: z.object({}),
  async run(context, _input): Promise<DemoRemoved> {
    const { actor, tx, emit } = context;
    if (!canRemoveDemo(actor)) throw forbidden("Only admins remove the demo.");
    // Every change of a story begins with its row: until the end of this transaction no story can come to use what goes.
    await tx.$executeRaw`lock table "Story" in exclusive mode`;
    await holdTags(tx);
    await holdProjection(tx);
    const records = await tx.demoRecord.findMany({ select: { kind: true, id: true } });
    const made = (kind: DemoKind) => records.filter((record) => record.kind === kind).map(({ id }) => id);

    const stories = await removeStories(context, made("story"));
    const sections = await unusedSections(tx, made("section"));
    const tags = await unusedTags(tx, made("tag"));
    const profiles = await unusedProfiles(tx, made("profile"));
    await tx.section.deleteMany({ where: { id: { in: idsOf(sections) } } });
    await tx.tag.deleteMany({ where: { id: { in: idsOf(tags) } } });
    await tx.profile.deleteMany({ where: { id: { in: idsOf(profiles) } } });
    const pictures = await removePictures(context, made("picture"));
    const rates = await removeRates(context, made("rate"));
    await tx.demoRecord.deleteMany({});

    for (const { id, slug } of sections) emit({ type: "section.removed", subject: id, payload: { slug } });
    for (const { id, slug } of tags) emit({ type: "tag.removed", subject: id, payload: { slug } });
    for (const { id, slug } of profiles) emit({ type: "profile.removed", subject: id, payload: { slug } });
    const removed = {
      stories,
      sections: sections.length,
      tags: tags.length,
      profiles: profiles.length,
      pictures,
      rates,
    };
    emit({ type: "demo.removed", subject: null, payload: removed });
    return removed;
  },
});

/** Recorded values of a day long gone; the source's own values stay. */
async function removeRates({ tx, emit }: CommandContext, ids: string[]): Promise<number> {
  const { count } = await tx.rate.deleteMany({ where: { id: { in: ids } } });
  if (count === 0) return 0;
  emit({ type: "rates.changed", subject: null, payload: {} });
  await everyPageIsOld(tx);
  return count;
}

/** Out of the library; their files go when nothing can come back to them any more. */
async function removePictures({ tx, now }: CommandContext, ids: string[]): Promise<number> {
  const unused: string[] = [];
  for (const id of ids) if ((await storiesShowing(tx, id)).length === 0) unused.push(id);
  const where = { id: { in: unused }, removedAt: null, leads: { none: {} } };
  const { count } = await tx.picture.updateMany({ where, data: { removedAt: now, version: { increment: 1 } } });
  return count;
}

interface Found {
  id: string;
  slug: string;
}

const idsOf = (found: Found[]): string[] => found.map(({ id }) => id);

async function removeStories({ tx, emit }: CommandContext, ids: string[]): Promise<number> {
  const stories = await tx.story.findMany({
    where: { id: { in: ids } },
    select: { id: true, slug: true, language: true },
  });
  for (const { id, slug, language } of stories) {
    const standing = await unproject(tx, id);
    if (standing)
      emit({ type: "story.unpublished", subject: id, payload: { how: "unpublished", ...reachPayload(standing) } });
    // One that was killed or retracted as an exercise has left its mark.
    const addresses = await addressesOf(tx, { id, slug, language });
    await tx.goneAddress.deleteMany({ where: { OR: addresses } });
    await tx.retractedAddress.deleteMany({ where: { storyId: id } });
  }
  const known = stories.map(({ id }) => id);
  await tx.lapse.deleteMany({ where: { storyId: { in: known } } });
  const { count } = await tx.story.deleteMany({ where: { id: { in: known } } });
  return count;
}

// In use is what a story has, what readers see with it, and what a plan is going to publish.

const unusedSections = (tx: Tx, ids: string[]): Promise<Found[]> => tx.$queryRaw`
  select "id"::text, "slug" from "Section" section
  where section."id" = any(${ids}::uuid[])
    and not exists (select from "Story" where "sectionId" = section."id")
    and not exists (select from "LiveStory" where "sectionSlug" = section."slug")
    and not exists (select from "Plan" plan join "Revision" revision on revision."id" = plan."revisionId"
      where plan."doneAt" is null and plan."cancelledAt" is null and plan."failedAt" is null
        and revision."columns" ->> 'sectionId' = section."id"::text)
  order by section."position"`;

/** A merge with a tag of the newsroom's own makes a tag its own, too. */
const unusedTags = (tx: Tx, ids: string[]): Promise<Found[]> => tx.$queryRaw`
  select "id"::text, "slug" from "Tag" tag
  where tag."id" = any(${ids}::uuid[])
    and (tag."mergedIntoId" is null or tag."mergedIntoId" = any(${ids}::uuid[]))
    and not exists (select from "Tag" merged where merged."mergedIntoId" = tag."id" and merged."id" <> all(${ids}::uuid[]))
    and not exists (select from "StoryTag" where "tagId" = tag."id")
    and not exists (select from "LiveStoryTag" where "tagSlug" = tag."slug")
    and not exists (select from "Plan" plan join "Revision" revision on revision."id" = plan."revisionId"
      where plan."doneAt" is null and plan."cancelledAt" is null and plan."failedAt" is null
        and revision."columns" -> 'tagIds' ? tag."id"::text)
  order by tag."slug"`;

/** A profile that a member of staff was given is that person's. */
const unusedProfiles = (tx: Tx, ids: string[]): Promise<Found[]> => tx.$queryRaw`
  select "id"::text, "slug" from "Profile" profile
  where profile."id" = any(${ids}::uuid[]) and profile."staffId" is null
    and not exists (select from "StoryByline" where "profileId" = profile."id")
    and not exists (select from "LiveByline" where "profileSlug" = profile."slug")
    and not exists (select from "Plan" plan join "Revision" revision on revision."id" = plan."revisionId"
      where plan."doneAt" is null and plan."cancelledAt" is null and plan."failedAt" is null
        and revision."columns" -> 'byline' @> jsonb_build_array(jsonb_build_object('profileId', profile."id"::text)))
  order by profile."slug"`;
