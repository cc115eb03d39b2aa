import "server-only";
import type { Prisma } from "@prisma/client";
import { plainText } from "../body/text.ts";
import type { Tx } from "../kernel/context.ts";
import type { Standing } from "./reach.ts";
import type { Revision } from "./revisions.ts";

interface Dates {
  publishedAt: Date;
  updatedAt: Date | null;
}

/**
 * Whoever writes what readers see has it alone to the end of the transaction. Counts of tags, sections and authors are
 * shared by many stories: taken one by one, two publications would wait for each other's.
 */
export async function holdProjection(tx: Tx): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('chapar.projection'))::text`;
}

/** Puts a revision before the readers, in place of what stood there. Answers where the story stands now. */
export async function project(
  tx: Tx,
  storyId: string,
  revision: Revision,
  { publishedAt, updatedAt }: Dates,
): Promise<Standing> {
  await unproject(tx, storyId);
  const { columns } = revision;
  const section = columns.sectionId ? await tx.section.findUnique({ where: { id: columns.sectionId } }) : null;
  await tx.liveStory.create({
    data: {
      ...liveFields(storyId, revision),
      sectionSlug: section?.slug ?? null,
      publishedAt,
      updatedAt,
    },
  });
  const tags = await projectTags(tx, storyId, columns.tagIds, publishedAt);
  const authors = await projectByline(tx, storyId, columns.byline, publishedAt);
  return {
    slug: columns.slug,
    language: columns.language,
    group: columns.translationGroupId,
    section: section?.slug ?? null,
    tags,
    authors,
  };
}

/** Takes a story from the readers; answers where it stood, or null if it stood nowhere. */
export async function unproject(tx: Tx, storyId: string): Promise<Standing | null> {
  await holdProjection(tx);
  const standing = await standingOf(tx, storyId);
  if (standing) await tx.liveStory.delete({ where: { id: storyId } });
  return standing;
}

/** Hides a live story until an instant: it leaves all lists, and the database holds back the row itself. */
export async function projectUnderEmbargo(
  tx: Tx,
  storyId: string,
  revision: Revision,
  dates: Dates,
  embargoUntil: Date,
): Promise<void> {
  await unproject(tx, storyId);
  await tx.liveStory.create({ data: { ...liveFields(storyId, revision), sectionSlug: null, ...dates, embargoUntil } });
}

export async function standingOf(tx: Tx, storyId: string): Promise<Standing | null> {
  const live = await tx.liveStory.findUnique({
    where: { id: storyId },
    select: {
      slug: true,
      language: true,
      translationGroupId: true,
      sectionSlug: true,
      tags: { select: { tagSlug: true } },
      byline: { select: { profileSlug: true } },
    },
  });
  if (!live) return null;
  return {
    slug: live.slug,
    language: live.language,
    group: live.translationGroupId,
    section: live.sectionSlug,
    tags: live.tags.map(({ tagSlug }) => tagSlug),
    authors: live.byline.flatMap(({ profileSlug }) => profileSlug ?? []),
  };
}

const liveFields = (storyId: string, revision: Revision) => ({
  id: storyId,
  revisionId: revision.id,
  language: revision.columns.language,
  slug: revision.columns.slug,
  translationGroupId: revision.columns.translationGroupId,
  kicker: revision.kicker || null,
  headline: revision.headline,
  standfirst: revision.standfirst || null,
  teaser: revision.teaser || null,
  dateline: revision.columns.dateline,
  body: JSON.parse(JSON.stringify(revision.body)) as Prisma.InputJsonValue,
  text: plainText(revision.body),
  wordCount: revision.wordCount,
});

async function projectTags(tx: Tx, storyId: string, tagIds: string[], publishedAt: Date): Promise<string[]> {
  const tags = await tx.tag.findMany({ where: { id: { in: tagIds }, spikedAt: null } });
  const inOrder = tagIds.flatMap((id) => tags.find((tag) => tag.id === id) ?? []);
  await tx.liveTag.createMany({
    data: inOrder.map(({ slug, name, kind, description }) => ({ slug, name, kind, description })),
    skipDuplicates: true,
  });
  await tx.liveStoryTag.createMany({
    data: inOrder.map(({ slug }, position) => ({ storyId, tagSlug: slug, position, publishedAt })),
  });
  return inOrder.map(({ slug }) => slug);
}

async function projectByline(
  tx: Tx,
  storyId: string,
  byline: Revision["columns"]["byline"],
  publishedAt: Date,
): Promise<string[]> {
  const profiles = await tx.profile.findMany({ where: { id: { in: byline.map(({ profileId }) => profileId) } } });
  const inOrder = byline.flatMap(({ profileId, part }) => {
    const profile = profiles.find(({ id }) => id === profileId);
    return profile ? { ...profile, part } : [];
  });
  await tx.liveProfile.createMany({
    data: inOrder.map(({ slug, name, bio }) => ({ slug, name, bio })),
    skipDuplicates: true,
  });
  await tx.liveByline.createMany({
    data: inOrder.map(({ slug, name, part }, position) => ({
      storyId,
      position,
      name,
      profileSlug: slug,
      part,
      publishedAt,
    })),
  });
  return inOrder.map(({ slug }) => slug);
}
