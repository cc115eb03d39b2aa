import "server-only";
import { readersDb } from "#lib/db/readers";
import { dependsOn } from "#lib/page-cache/dependencies";
import type { TagKind } from "../../tags/schema.ts";

/** A tag under a story. */
export interface LiveTag {
  slug: string;
  name: string;
  kind: TagKind;
}

/** Tags in this order, as they are called in a language. */
export async function tagsCalled(slugs: string[], language: string): Promise<LiveTag[]> {
  if (slugs.length === 0) return [];
  // Its name only: another story under the tag is no reason to make this one anew.
  dependsOn(...slugs.map((slug) => `tagname:${slug}`));
  const tags = await readersDb().liveTag.findMany({
    where: { slug: { in: slugs } },
    select: { slug: true, name: true, kind: true },
  });
  const labels = await labelsIn(language, slugs);
  return slugs.flatMap((slug) => {
    const tag = tags.find((one) => one.slug === slug);
    return tag ? { ...tag, name: labels.get(slug) ?? tag.name } : [];
  });
}

/** Where a tag stands that was merged or moved, if readers can see stories there. */
export async function movedTag(slug: string): Promise<string | null> {
  dependsOn(`tag:${slug}`);
  const alias = await readersDb().liveTagAlias.findUnique({ where: { slug } });
  if (!alias) return null;
  dependsOn(`tag:${alias.tagSlug}`);
  return alias.tagSlug;
}

/** What tags are called in a language, where somebody said it: of `en-GB`, or else of `en`. */
export async function labelsIn(language: string, slugs: string[]): Promise<Map<string, string>> {
  const languages = [language.split("-")[0] ?? language, language];
  const labels = await readersDb().liveTagLabel.findMany({
    where: { tagSlug: { in: slugs }, language: { in: languages } },
  });
  const nearestLast = labels.toSorted((one, other) => one.language.length - other.language.length);
  return new Map(nearestLast.map(({ tagSlug, name }) => [tagSlug, name]));
}
