import "server-only";
import { deskDb } from "#lib/db/desk";
import { literally } from "#lib/db/literally";
import type { Actor } from "../kernel/actor.ts";
import { forbidden } from "../kernel/faults.ts";
import { standingTags } from "../tags/standing-tags.ts";
import { home, places } from "./places.ts";
import { canArrangeFronts } from "./policy.ts";
import { homeFront } from "./published.ts";
import type { DeskFront, FrontStory, Named } from "./schema.ts";

/** The front as it is arranged, with what readers see in each place now. */
export async function deskFront(actor: Actor): Promise<DeskFront> {
  if (!canArrangeFronts(actor)) throw forbidden("Only editors arrange the front.");
  const [front, { top }] = await Promise.all([
    deskDb().front.findUniqueOrThrow({
      where: { key: home },
      include: {
        arrangedBy: { select: { name: true } },
        slots: { include: { section: { select: { id: true, name: true, spikedAt: true } } } },
      },
    }),
    homeFront(),
  ]);
  const slots = await Promise.all(
    places.map(async (_, at) => {
      const slot = front.slots.find(({ position }) => position === at);
      const shown = top[at];
      const shows = shown ? { id: shown.id, name: shown.headline } : null;
      const section = slot?.section && !slot.section.spikedAt ? named(slot.section) : null;
      const [tag] = await standingTags(deskDb(), slot?.tagId ? [slot.tagId] : []);
      return { story: slot?.storyId === shows?.id ? shows : null, section, tag: tag ? named(tag) : null, shows };
    }),
  );
  return { version: front.version, arrangedAt: front.arrangedAt, arrangedBy: front.arrangedBy?.name ?? null, slots };
}

const named = ({ id, name }: Named): Named => ({ id, name });

const mostSuggested = 20;

/** Live stories with these words in their headline, the newest first; the newest of all for none. */
export async function storiesForFront(actor: Actor, typed: string): Promise<FrontStory[]> {
  if (!canArrangeFronts(actor)) throw forbidden("Only editors arrange the front.");
  const words = typed.replaceAll("\u0000", "").split(/\s+/).filter(Boolean).slice(0, 8);
  const rows = await deskDb().liveStory.findMany({
    where: {
      embargoUntil: null,
      AND: words.map((word) => ({ headline: { contains: literally(word), mode: "insensitive" as const } })),
    },
    orderBy: [{ publishedAt: "desc" }, { id: "asc" }],
    take: mostSuggested,
    select: { id: true, headline: true, sectionSlug: true },
  });
  const sections = await deskDb().liveSection.findMany({ select: { slug: true, name: true } });
  return rows.map(({ id, headline, sectionSlug }) => ({
    id,
    headline,
    section: sections.find(({ slug }) => slug === sectionSlug)?.name ?? null,
  }));
}
