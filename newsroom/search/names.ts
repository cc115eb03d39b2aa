import "server-only";
import { readersDb } from "#lib/db/readers";
import { plainNameOf } from "../tags/plain-name.ts";
import { type NameRun, nameRuns } from "./asked.ts";

/** The tags and authors that a question names, and its words beside that name; null where it names nobody. */
export interface Named {
  tags: string[];
  authors: string[];
  beside: string;
}

/** The longest name in a question. */
export async function namedIn(asked: string): Promise<Named | null> {
  const runs = nameRuns(asked);
  if (runs.length === 0) return null;
  const [tags, authors] = await Promise.all([tagsCalled(runs), authorsCalled(runs)]);
  for (const { plain, beside } of runs) {
    const named = { tags: tags.get(plain) ?? [], authors: authors.get(plain) ?? [] };
    if (named.tags.length + named.authors.length > 0) return { ...named, beside };
  }
  return null;
}

async function tagsCalled(runs: NameRun[]): Promise<Map<string, string[]>> {
  const rows = await readersDb().liveTagName.findMany({
    where: { plainName: { in: runs.map(({ plain }) => plain) }, isWhole: true },
    orderBy: { tagSlug: "asc" },
    select: { plainName: true, tagSlug: true },
  });
  return byName(rows.map(({ plainName, tagSlug }) => [plainName, tagSlug]));
}

/** One word of several is no author's name: a surname may be any word. */
async function authorsCalled(runs: NameRun[]): Promise<Map<string, string[]>> {
  const slugs = runs
    .filter(({ plain, beside }) => plain.includes(" ") || (beside === "" && plain.length > 2))
    .map(({ plain }) => plain.replaceAll(" ", "-"));
  if (slugs.length === 0) return new Map();
  const rows = await readersDb().$queryRaw<{ asked: string; slug: string }[]>`
    select asked, "slug" from "LiveProfile", unnest(${slugs}::text[]) asked
    where position('-' || asked || '-' in '-' || "slug" || '-') > 0 order by "slug"`;
  return byName(rows.map(({ asked, slug }) => [asked.replaceAll("-", " "), slug]));
}

function byName(pairs: [name: string, slug: string][]): Map<string, string[]> {
  const called = new Map<string, string[]>();
  for (const [name, slug] of pairs) called.set(name, [...(called.get(name) ?? []), slug]);
  return called;
}

/** Tags whose names are spelt nearly so, the nearest first. */
export async function tagsNearTo(asked: string): Promise<string[]> {
  const plain = plainNameOf(asked);
  if (plain === "") return [];
  const rows = await readersDb().$queryRaw<{ slug: string }[]>`
    select "tagSlug" as slug from "LiveTagName" where similarity("plainName", ${plain}) >= ${0.4}::real
    group by "tagSlug" order by max(similarity("plainName", ${plain})) desc, "tagSlug" limit 5`;
  return rows.map(({ slug }) => slug);
}
