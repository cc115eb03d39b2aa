import "server-only";
import { deskDb } from "#lib/db/desk";
import type { Actor } from "../kernel/actor.ts";
import { systemNow } from "../kernel/clock.ts";
import { notFound } from "../kernel/faults.ts";
import { isId } from "../kernel/ids.ts";
import type { LeadImage } from "../media/schema.ts";
import { newsroomSettings } from "../settings/queries.ts";
import type { Tag } from "../tags/schema.ts";
import { leadFields, leadImageOf } from "./pictures/lead-image.ts";
import { atHand, canReadStory, type StoryAbilities, storyAbilities } from "./policy.ts";
import { lookedAt, type OtherPlace } from "./proofs/gone-places.ts";
import { storyProof } from "./proofs/proof-queries.ts";
import type { StoryProof } from "./proofs/proofs.ts";
import { placesGone } from "./proofs/taken-down.ts";
import {
  type PlannedCorrection,
  planIsPublic,
  plannedCorrection,
  undoableCorrection,
} from "./publication/planned-correction.ts";
import type { BylinePart } from "./schema.ts";
import { type DeskStoryFacts, facts, factsOf, type Named, named } from "./story-facts.ts";

interface TakenDown {
  /** Addresses at which readers found it, or a way to it, until then. */
  goneFrom: { address: string; as: "story" | OtherPlace["as"]; isLookedAt: boolean }[];
  /** What stands in its place, if it was retracted. */
  notice: string | null;
}

export interface DeskStory extends DeskStoryFacts {
  /** The version of the last change that readers would see. */
  columnsVersion: number;
  held: { by: string | null; at: Date } | null;
  /** Who was named to know of it. */
  circle: Named[];
  slug: string;
  slugChosen: boolean;
  sectionId: string | null;
  dateline: string | null;
  leadImage: LeadImage | null;
  tags: Tag[];
  byline: { profileId: string; name: string; part: BylinePart }[];
  firstPublishedAt: Date | null;
  publishedAt: Date | null;
  /** What readers are to be told with a correction that is planned, or were to be with one that was taken back in time. */
  correction: PlannedCorrection | null;
  /** Of a planned update: whether readers are to be shown what it changes; null where nobody said so. */
  planIsPublic: boolean | null;
  /** Of a story that was taken down. */
  takenDown: TakenDown | null;
  /** How far it is proved that readers have what they should. */
  proof: StoryProof | null;
  can: StoryAbilities;
}

/** One story for the desk, with what this person may do with it. @throws Fault notFound, also for what may not be read */
export async function deskStory(actor: Actor, storyId: string): Promise<DeskStory> {
  if (!isId(storyId)) throw notFound("story");
  const row = await deskDb().story.findUnique({
    where: { id: storyId },
    select: {
      ...facts,
      slug: true,
      slugChosen: true,
      sectionId: true,
      dateline: true,
      ...leadFields,
      firstPublishedAt: true,
      publishedAt: true,
      translationGroupId: true,
      ...atHand,
      heldAt: true,
      heldBy: { select: { name: true } },
      circle: { orderBy: { staff: { name: "asc" } }, select: { staffId: true, staff: named } },
      tags: {
        orderBy: { position: "asc" },
        select: { tag: { select: { id: true, slug: true, name: true, kind: true } } },
      },
      byline: {
        orderBy: { position: "asc" },
        select: { profileId: true, part: true, profile: { select: { name: true } } },
      },
    },
  });
  if (!row || !canReadStory(actor, row)) throw notFound("story");
  const shown = factsOf(row);
  return {
    ...shown,
    columnsVersion: row.columnsVersion,
    held: row.heldAt && { by: row.heldBy?.name ?? null, at: row.heldAt },
    circle: row.circle.map(({ staff }) => staff),
    slug: row.slug,
    slugChosen: row.slugChosen,
    sectionId: row.sectionId,
    dateline: row.dateline,
    leadImage: await leadImageOf(deskDb(), row),
    firstPublishedAt: row.firstPublishedAt,
    publishedAt: row.publishedAt,
    correction:
      shown.plan?.verb === "correct"
        ? await plannedCorrection(storyId)
        : await undoableCorrection(storyId, row.publishedAt),
    planIsPublic: shown.plan?.verb === "update" ? await planIsPublic(storyId) : null,
    takenDown: await takenDown(row),
    tags: row.tags.map(({ tag }) => tag),
    byline: row.byline.map(({ profileId, part, profile }) => ({ profileId, part, name: profile.name })),
    proof: await storyProof(storyId, systemNow()),
    can: storyAbilities(actor, row, await newsroomSettings()),
  };
}

async function takenDown(story: {
  id: string;
  language: string;
  publication: string;
  translationGroupId: string;
  firstPublishedAt: Date | null;
}): Promise<TakenDown | null> {
  if (story.publication !== "retracted" && story.publication !== "withdrawn") return null;
  const [event, retracted] = await Promise.all([
    deskDb().event.findFirst({
      where: { subject: story.id, type: { in: ["story.retracted", "story.unpublished", "story.killed"] } },
      orderBy: { position: "desc" },
      select: { at: true, payload: true },
    }),
    deskDb().retractedAddress.findFirst({ where: { storyId: story.id }, select: { notice: true } }),
  ]);
  const places = event ? await placesGone(story, event) : { addresses: [], others: [] };
  const looked = lookedAt(places);
  const goneFrom = [
    ...places.addresses.map((address) => ({ address, as: "story" as const, isLookedAt: true })),
    ...places.others.map((place) => ({ ...place, isLookedAt: looked.others.includes(place) })),
  ];
  return { goneFrom, notice: retracted?.notice ?? null };
}
