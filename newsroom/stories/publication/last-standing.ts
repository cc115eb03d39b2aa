import "server-only";
import { z } from "zod";
import type { Tx } from "../../kernel/context.ts";
import { Id } from "../../kernel/ids.ts";
import { standingTags } from "../../tags/standing-tags.ts";
import { type Revision, revisionOf } from "../revisions/revisions.ts";
import type { StoryRow } from "../story-at-hand.ts";
import type { Standing } from "./reach.ts";

const Published = z.object({ revisionId: Id });

/** What readers have of a story or had of it last; null if that is not kept any more. */
export async function lastLive(tx: Tx, story: StoryRow): Promise<Revision | null> {
  const id = story.liveRevisionId ?? (await lastPublished(tx, story.id));
  const row = id && (await tx.revision.findFirst({ where: { id, storyId: story.id } }));
  return row ? revisionOf(row) : null;
}

/** The revision that last went out. */
export async function lastPublished(tx: Pick<Tx, "event">, storyId: string): Promise<string | null> {
  const event = await tx.event.findFirst({
    where: { subject: storyId, type: { in: ["story.published", "story.updated", "story.corrected"] } },
    orderBy: { position: "desc" },
    select: { payload: true },
  });
  return Published.safeParse(event?.payload).data?.revisionId ?? null;
}

/** Where a story that no list has now stood by what readers had of it last, as those places are called today. */
export async function lastStanding(tx: Tx, story: StoryRow): Promise<Standing> {
  const { slug, language, translationGroupId: group } = story;
  const revision = await lastLive(tx, story);
  if (!revision) return { slug, language, group, section: null, tags: [], authors: [] };
  const { sectionId, tagIds, byline } = revision.columns;
  const section = sectionId ? await tx.section.findUnique({ where: { id: sectionId }, select: { slug: true } }) : null;
  const tags = await standingTags(tx, tagIds);
  const authors = await tx.profile.findMany({
    where: { id: { in: byline.map(({ profileId }) => profileId) } },
    select: { slug: true },
  });
  return {
    slug,
    language,
    group,
    section: section?.slug ?? null,
    tags: tags.map((tag) => tag.slug),
    authors: authors.map((author) => author.slug),
  };
}
