import { beforeAll, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../../kernel/actor.ts";
import { newId } from "../../kernel/ids.ts";
import { createProfile } from "../../people/commands/create-profile.ts";
import { killStory } from "../commands/kill-story.ts";
import { publishStory } from "../commands/publish-story.ts";
import { retractStory } from "../commands/retract-story.ts";
import { setEmbargo } from "../commands/set-embargo.ts";
import { unpublishStory } from "../commands/unpublish-story.ts";
import { storyAtAddress } from "../published.ts";
import { deskStory } from "../queries.ts";
import { aNewsroom, aPerson, aStory, aTag, typed } from "../testing.ts";

let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
});

interface At {
  storyId: string;
  version: number;
}
const until = new Date(Date.now() + 3_600_000).toISOString();
const hide = ({ storyId, version }: At) => setEmbargo(editor, { storyId, version, until });
const unpublish = ({ storyId, version }: At) => unpublishStory(editor, { storyId, version });

/** Where readers found a live story: under a tag and an author of its own. */
async function placed(name: string) {
  const tagId = await aTag(`Tag ${name}`);
  const { id: profileId } = await createProfile(editor, { id: newId(), name: `Author ${name}` });
  const draft = await aStory({ headline: `Story ${name}`, tagIds: [tagId], byline: [{ profileId }] });
  const { version } = await publishStory(editor, draft);
  return { ...draft, version, tagId, tag: `tag-${name}`, author: `author-${name}`, slug: `story-${name}` };
}

it.each<[string, (at: At) => Promise<{ version: number }>]>([
  ["unpublished", unpublish],
  ["hidden", hide],
  ["both", async (at) => unpublish({ ...at, ...(await hide(at)) })],
])("a notice stands in the feeds where the story stood, though it is %s", async (name, take) => {
  const { storyId, tagId, tag, author, slug, ...live } = await placed(name);
  // Of what was typed since, readers had nothing.
  await typed(storyId, "Not for readers.");
  const { version } = await take({ storyId, version: live.version });
  await retractStory(editor, { storyId, version, notice: "It is false." });
  expect(await storyAtAddress(slug)).toMatchObject({ retraction: { notice: "It is false." } });
  const stood = { sectionSlug: "security", tagSlugs: [tag], tagIds: [tagId], authorSlugs: [author] };
  expect(await deskDb().retractedAddress.findFirstOrThrow({ where: { storyId } })).toMatchObject(stood);
  const event = await deskDb().event.findFirstOrThrow({ where: { subject: storyId, type: "story.retracted" } });
  expect(event.payload).toMatchObject({ sections: ["security"], tags: [tag], authors: [author] });
  expect((await deskStory(editor, storyId)).takenDown?.goneFrom.map(({ address }) => address)).toEqual(
    expect.arrayContaining(["/sections/security", `/tags/${tag}`, `/authors/${author}`]),
  );
});

it("a killed story and one that readers never had are not retracted", async () => {
  const draft = await aStory();
  const refused = { fault: "conflict" };
  const { storyId, version } = draft;
  await expect(retractStory(editor, { storyId, version, notice: "Why." })).rejects.toMatchObject(refused);
  const killed = await publishStory(editor, draft);
  await killStory(editor, { storyId, version: killed.version, reason: "False." });
  await expect(retractStory(editor, { storyId, version: killed.version + 1, notice: "Why." })).rejects.toMatchObject(
    refused,
  );
});
