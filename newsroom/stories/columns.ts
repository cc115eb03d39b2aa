import "server-only";
import type { Actor } from "../kernel/actor.ts";
import type { Tx } from "../kernel/context.ts";
import { type Issue, invalid } from "../kernel/faults.ts";
import type { PictureWords } from "../media/schema.ts";
import { sectionStands } from "../sections/standing.ts";
import { standingTags } from "../tags/standing-tags.ts";
import { shareTags } from "../tags/tag-lock.ts";
import { findableBy } from "./pictures/picture-queries.ts";
import { holdAddresses, holderOf } from "./publication/addresses.ts";
import type { BylinePart } from "./schema.ts";

interface Columns {
  sectionId?: string | null | undefined;
  tagIds?: string[] | undefined;
  byline?: { profileId: string }[] | undefined;
  slug?: string | undefined;
}

/** Says where columns point at what does not exist, or take an address that another story has or had. @throws Fault invalid */
export async function checkColumns(tx: Tx, columns: Columns, story: { id: string; language: string }): Promise<void> {
  const issues = [
    await sectionIssue(tx, columns.sectionId),
    await tagsIssue(tx, columns.tagIds),
    await bylineIssue(tx, columns.byline),
    await slugIssue(tx, columns.slug, story),
  ].filter((issue) => issue !== null);
  if (issues.length > 0) throw invalid(issues);
}

async function sectionIssue(tx: Tx, id: string | null | undefined): Promise<Issue | null> {
  if (!id || (await sectionStands(tx, id))) return null;
  return { path: "sectionId", message: "This section does not exist any more." };
}

async function tagsIssue(tx: Tx, ids: string[] = []): Promise<Issue | null> {
  if (ids.length === 0) return null;
  await shareTags(tx);
  const found = await tx.$queryRaw<unknown[]>`
    select from "Tag" where "id" = any(${ids}::uuid[]) and "spikedAt" is null order by "id" for key share`;
  if (found.length === ids.length) return null;
  return { path: "tagIds", message: "One of these tags does not exist any more." };
}

async function bylineIssue(tx: Tx, byline: { profileId: string }[] = []): Promise<Issue | null> {
  const ids = [...new Set(byline.map(({ profileId }) => profileId))];
  if (ids.length === 0 || (await tx.profile.count({ where: { id: { in: ids } } })) === ids.length) return null;
  return { path: "byline", message: "Somebody in this byline does not exist any more." };
}

async function slugIssue(
  tx: Tx,
  slug: string | undefined,
  { id, language }: { id: string; language: string },
): Promise<Issue | null> {
  if (!slug) return null;
  await holdAddresses(tx);
  const holder = await holderOf(tx, { language, slug });
  return holder && holder !== id ? { path: "slug", message: "Another story has or had this address." } : null;
}

interface ChosenLead extends PictureWords {
  pictureId: string;
}

/** The columns of a chosen lead image. */
export const leadColumns = (lead: ChosenLead | null) => ({
  leadImageId: lead?.pictureId ?? null,
  leadAltText: lead?.altText ?? "",
  leadCaption: lead?.caption ?? "",
  leadCredit: lead?.credit ?? "",
});

/** Whoever chooses a picture must be able to find it: another id, however it came to be known, is none. @throws Fault invalid */
export async function checkLeadImage(
  { actor, tx }: { actor: Actor; tx: Tx },
  lead: ChosenLead | null | undefined,
  present: string | null,
): Promise<void> {
  if (!lead || lead.pictureId === present) return;
  const where = { id: lead.pictureId, removedAt: null, AND: findableBy(actor) };
  if ((await tx.picture.count({ where })) === 0)
    throw invalid([{ path: "leadImage", message: "This picture is not in the library any more." }]);
}

/** A merged tag is written as what it was merged into: a window may know it longer than the newsroom. */
export async function writeTags(tx: Tx, storyId: string, tagIds: string[]): Promise<void> {
  await shareTags(tx);
  const tags = await standingTags(tx, tagIds);
  await tx.storyTag.deleteMany({ where: { storyId } });
  await tx.storyTag.createMany({ data: tags.map(({ id: tagId }, position) => ({ storyId, tagId, position })) });
}

export async function writeByline(
  tx: Tx,
  storyId: string,
  byline: { profileId: string; part: BylinePart }[],
): Promise<void> {
  await tx.storyByline.deleteMany({ where: { storyId } });
  await tx.storyByline.createMany({
    data: byline.map(({ profileId, part }, position) => ({ storyId, profileId, part, position })),
  });
}
