import "server-only";
import { readersDb } from "#lib/db/readers";
import { addressOf } from "../stories/publication/reach.ts";
import { menuSections, publicNewsroom } from "../stories/published/newsroom.ts";
import { tagsCalled } from "../stories/published/tags.ts";
import { plainNameOf } from "../tags/plain-name.ts";
import type { TagKind } from "../tags/schema.ts";
import { askedOf, wordsTyped } from "./asked.ts";

/** Something readers can go to. */
export interface Suggestion {
  kind: TagKind | "section" | "author" | "story";
  name: string;
  address: string;
  language: string;
}

const most = { named: 3, stories: 4 };
/** Among as many of the newest stories a headline is looked for while somebody types; search itself knows them all. */
const newest = 1_000;

/** What begins with what is being typed: tags, sections and authors with a live story, and newer stories. */
export async function suggestions(typed: string | null): Promise<Suggestion[]> {
  const asked = askedOf(typed ?? undefined);
  const plain = plainNameOf(asked);
  const words = wordsTyped(asked);
  if (words.length === 0 || asked.length < 2) return [];
  const { language } = await publicNewsroom();
  const named = plain === "" ? [] : [tags(plain, language), sections(plain, language), authors(plain, language)];
  return (await Promise.all([...named, stories(words, language)])).flat();
}

async function tags(plain: string, language: string): Promise<Suggestion[]> {
  // Limits of a range, not `like`: that uses no index under row-level security.
  const rows = await readersDb().liveTagName.findMany({
    where: { plainName: { gte: plain, lt: `${plain}\u{10FFFF}` } },
    orderBy: [{ isWhole: "desc" }, { plainName: "asc" }],
    take: 20,
    select: { tagSlug: true },
  });
  const slugs = [...new Set(rows.map(({ tagSlug }) => tagSlug))].slice(0, most.named);
  const found = await tagsCalled(slugs, language);
  return found.map(({ slug, name, kind }) => ({ kind, name, address: `/tags/${slug}`, language }));
}

async function sections(plain: string, language: string): Promise<Suggestion[]> {
  const found = (await menuSections()).filter(({ name }) => ` ${plainNameOf(name)}`.includes(` ${plain}`));
  return found
    .slice(0, most.named)
    .map(({ slug, name }) => ({ kind: "section", name, address: `/sections/${slug}`, language }));
}

async function authors(plain: string, language: string): Promise<Suggestion[]> {
  const found = await readersDb().$queryRaw<{ slug: string; name: string }[]>`
    select "slug", "name" from "LiveProfile" where position(${`-${plain.replaceAll(" ", "-")}`} in '-' || "slug") > 0
    order by "name", "slug" limit ${most.named}`;
  return found.map(({ slug, name }) => ({ kind: "author", name, address: `/authors/${slug}`, language }));
}

/** Every word of them begins a word of the headline. */
async function stories(words: string[], language: string): Promise<Suggestion[]> {
  const patterns = words.map((word) => `% ${word}%`);
  const found = await readersDb().$queryRaw<{ slug: string; headline: string }[]>`
    select "slug", "headline" from (
      select "slug", "headline", "publishedAt", "id" from "LiveStory" where "language" = ${language}
      order by "publishedAt" desc, "id" limit ${newest}
    ) newer
    where ' ' || regexp_replace(lower("headline"), '[^[:alnum:]]+', ' ', 'g') like all(${patterns}::text[])
    order by "publishedAt" desc, "id" limit ${most.stories}`;
  return found.map(({ slug, headline }) => {
    return { kind: "story", name: headline, address: addressOf({ language, slug }, language), language };
  });
}
