import "server-only";
import type { Prisma } from "@prisma/client";
import { readersDb } from "#lib/db/readers";
import { dependsOn } from "#lib/page-cache/dependencies";
import { LeadImage } from "../../media/schema.ts";
import { addressOf } from "../publication/reach.ts";
import type { BylinePart } from "../schema.ts";

export interface BylineEntry {
  name: string;
  /** Of the author's page; null for a name without one. */
  slug: string | null;
  part: BylinePart;
}

/** A story as it looks in a slot or list. */
export interface LiveCard {
  id: string;
  slug: string;
  language: string;
  address: string;
  kicker: string | null;
  headline: string;
  standfirst: string | null;
  teaser: string | null;
  section: { slug: string; name: string } | null;
  byline: BylineEntry[];
  publishedAt: Date;
  updatedAt: Date | null;
  leadImage: LeadImage | null;
}

/** What a card is made of. */
export const cardFields = {
  id: true,
  slug: true,
  language: true,
  kicker: true,
  headline: true,
  standfirst: true,
  teaser: true,
  sectionSlug: true,
  publishedAt: true,
  updatedAt: true,
  leadImage: true,
  byline: { orderBy: { position: "asc" }, select: { name: true, profileSlug: true, part: true } },
} satisfies Prisma.LiveStorySelect;
export type CardRow = Prisma.LiveStoryGetPayload<{ select: typeof cardFields }>;

/** What cards of these stories are made of, in this order; without those that readers cannot see now. */
export async function cardRows(ids: string[]): Promise<CardRow[]> {
  const rows = await readersDb().liveStory.findMany({ where: { id: { in: ids } }, select: cardFields });
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

export async function cards(rows: CardRow[], newsroomLanguage: string): Promise<LiveCard[]> {
  dependsOn(...rows.map(({ id }) => `story:${id}`));
  dependsOn(
    ...rows.flatMap(({ byline }) => byline.flatMap(({ profileSlug }) => (profileSlug ? `byline:${profileSlug}` : []))),
  );
  const slugs = [...new Set(rows.flatMap(({ sectionSlug }) => sectionSlug ?? []))];
  const sections =
    slugs.length === 0
      ? []
      : await readersDb().liveSection.findMany({ where: { slug: { in: slugs } }, select: { slug: true, name: true } });
  return rows.map(({ sectionSlug, byline, leadImage, ...row }) => ({
    ...row,
    leadImage: LeadImage.nullable().parse(leadImage),
    address: addressOf(row, newsroomLanguage),
    section: sections.find(({ slug }) => slug === sectionSlug) ?? null,
    byline: byline.map(({ profileSlug, ...entry }) => ({ ...entry, slug: profileSlug })),
  }));
}
