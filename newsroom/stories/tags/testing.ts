import "server-only";
import { deskDb } from "#lib/db/desk";
import { newId } from "../../kernel/ids.ts";
import { publishStory } from "../commands/publish-story.ts";
import { tagListing } from "../published/lists.ts";
import { publishedStory } from "../published.ts";
import { deskStory } from "../queries.ts";
import { aStory, aTag, theProgram } from "../testing.ts";

let count = 0;
/** Tags of these names, under names and addresses of their own. */
export async function tags(...names: string[]): Promise<{ id: string; name: string; slug: string }[]> {
  count++;
  const made = [];
  for (const name of names) {
    const id = await aTag(`${name} ${count}`);
    made.push(await deskDb().tag.findUniqueOrThrow({ where: { id }, select: { id: true, name: true, slug: true } }));
  }
  return made;
}

export const draft = (...ids: { id: string }[]) =>
  aStory({ headline: `Story ${newId()}`, tagIds: ids.map(({ id }) => id) });

export async function live(...ids: { id: string }[]) {
  const story = await draft(...ids);
  const { version, address } = await publishStory(theProgram, story);
  return { ...story, version, slug: address.replace("/stories/", "") };
}

/** What a merge asks for. */
export async function merging(tagId: string, intoId: string) {
  const { version } = await deskDb().tag.findUniqueOrThrow({ where: { id: tagId } });
  return { tagId, version, intoId };
}

/** The names that a story's tags were made with. */
export const atDesk = async ({ storyId }: { storyId: string }) =>
  (await deskStory(theProgram, storyId)).tags.map(({ name }) => name.replace(/ \d+$/, ""));
export const forReaders = async ({ slug }: { slug: string }) =>
  (await publishedStory(slug))?.tags.map(({ name }) => name.replace(/ \d+$/, ""));

export const total = async ({ slug }: { slug: string }) => (await tagListing(slug, 1))?.listing.total ?? 0;
