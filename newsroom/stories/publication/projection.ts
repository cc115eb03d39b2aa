import "server-only";
import type { Prisma } from "@prisma/client";
import { picturesIn } from "../../body/pictures.ts";
import { plainText } from "../../body/text.ts";
import type { Tx } from "../../kernel/context.ts";
import { isId } from "../../kernel/ids.ts";
import { standingTags } from "../../tags/standing-tags.ts";
import type { Revision } from "../revisions/revisions.ts";
import type { StoryAddress } from "./addresses.ts";
import { projectPast } from "./change-log.ts";
import type { Standing } from "./reach.ts";

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

/** Puts a revision before the readers, in place of what stood there. Answers where the story stood and stands now. */
export async function project(
  tx: Tx,
  storyId: string,
  revision: Revision,
  { publishedAt, updatedAt }: Dates,
): Promise<{ before: Standing | null; after: Standing }> {
  const before = await unproject(tx, storyId);
  const { columns } = revision;
  const address = await addressNow(tx, storyId);
  const section = columns.sectionId ? await tx.section.findUnique({ where: { id: columns.sectionId } }) : null;
  // Of the same effect as `create`, which would have the whole text sent back.
  await tx.liveStory.createMany({
    data: [{ ...liveFields(storyId, revision, address), sectionSlug: section?.slug ?? null, publishedAt, updatedAt }],
  });
  const tags = await projectTags(tx, storyId, columns.tagIds, publishedAt);
  const authors = await projectByline(tx, storyId, columns.byline, publishedAt);
  await projectPictures(tx, storyId, revision);
  await projectPast(tx, storyId);
  const group = columns.translationGroupId;
  return { before, after: { ...address, group, section: section?.slug ?? null, tags, authors } };
}

/** Takes a story from the readers; answers where it stood, or null if it stood nowhere. */
export async function unproject(tx: Tx, storyId: string): Promise<Standing | null> {
  await holdProjection(tx);
  const standing = await standingOf(tx, storyId);
  if (standing) await tx.liveStory.deleteMany({ where: { id: storyId } });
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
  const fields = liveFields(storyId, revision, await addressNow(tx, storyId));
  await tx.liveStory.create({ data: { ...fields, sectionSlug: null, ...dates, embargoUntil } });
  await projectPast(tx, storyId);
}

/** An address may have been changed since the revision was cut: it belongs to the story. */
const addressNow = (tx: Tx, id: string): Promise<StoryAddress> =>
  tx.story.findUniqueOrThrow({ where: { id }, select: { language: true, slug: true } });

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

const liveFields = (storyId: string, revision: Revision, address: StoryAddress) => ({
  id: storyId,
  revisionId: revision.id,
  ...address,
  translationGroupId: revision.columns.translationGroupId,
  kicker: revision.kicker || null,
  headline: revision.headline,
  standfirst: revision.standfirst || null,
  teaser: revision.teaser || null,
  dateline: revision.columns.dateline,
  body: JSON.parse(JSON.stringify(revision.body)) as Prisma.InputJsonValue,
  text: plainText(revision.body),
  wordCount: revision.wordCount,
  ...(revision.columns.leadImage && { leadImage: revision.columns.leadImage }),
});

/** Readers get the files of these from now on, and of no others. A story under embargo has none here. */
async function projectPictures(tx: Tx, storyId: string, { body, columns }: Revision): Promise<void> {
  const ids = new Set([...(columns.leadImage ? [columns.leadImage.pictureId] : []), ...picturesIn(body)]);
  // What somebody typed into the document may be no picture at all.
  const known = await tx.picture.findMany({ where: { id: { in: [...ids].filter(isId) } }, select: { id: true } });
  await tx.liveStoryPicture.createMany({ data: known.map(({ id: pictureId }) => ({ storyId, pictureId })) });
}

async function projectTags(tx: Tx, storyId: string, tagIds: string[], publishedAt: Date): Promise<string[]> {
  const inOrder = await standingTags(tx, tagIds);
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
  if (byline.length === 0) return [];
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
