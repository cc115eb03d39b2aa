import "server-only";
import { readersDb } from "#lib/db/readers";
import { dependsOn } from "#lib/page-cache/dependencies";
import { cardRows, cards, type LiveCard } from "../stories/published/cards.ts";
import { newestInSection, newestStories, newestUnderTag } from "../stories/published/lists.ts";
import { publicNewsroom } from "../stories/published/newsroom.ts";
import { filled } from "./filling.ts";
import { home, places } from "./places.ts";

/** So many of the newest stories are laid out. */
const mostStories = 48;

interface Source {
  sectionSlug: string | null;
  tagSlug: string | null;
}

/** The paper's first page: what stands in each of its places on top, and the newest of what is left. */
export async function homeFront(): Promise<{ top: (LiveCard | null)[]; rest: LiveCard[] }> {
  dependsOn("front");
  const [newest, slots, { language }] = await Promise.all([
    newestStories(mostStories),
    readersDb().liveSlot.findMany({ where: { front: home } }),
    publicNewsroom(),
  ]);
  const put = await cards(await cardRows(slots.flatMap(({ storyId }) => storyId ?? [])), language);
  const fillings = await Promise.all(
    places.map(async (_, at) => {
      const slot = slots.find(({ position }) => position === at);
      const story = put.find(({ id }) => id === slot?.storyId) ?? null;
      return { story, from: slot && !story ? await newestOf(slot, language) : [] };
    }),
  );
  return filled(fillings, newest);
}

/** Whatever else stands on the front, one of these is left for the place. */
async function newestOf({ sectionSlug, tagSlug }: Source, language: string): Promise<LiveCard[]> {
  const span = { skip: 0, take: mostStories };
  const ids = sectionSlug
    ? await newestInSection(sectionSlug, span)
    : tagSlug
      ? await newestUnderTag(tagSlug, span)
      : [];
  const rows = (await cardRows(ids)).filter((row) => row.language === language);
  return cards(rows.slice(0, places.length), language);
}
