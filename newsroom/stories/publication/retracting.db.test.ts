import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { recordingDependencies } from "#lib/page-cache/dependencies";
import type { StaffActor } from "../../kernel/actor.ts";
import { newId } from "../../kernel/ids.ts";
import { createProfile } from "../../people/commands/create-profile.ts";
import { killStory } from "../commands/kill-story.ts";
import { planPublication } from "../commands/plan-publication.ts";
import { publishStory } from "../commands/publish-story.ts";
import { retractStory } from "../commands/retract-story.ts";
import { setEmbargo } from "../commands/set-embargo.ts";
import { unpublishStory } from "../commands/unpublish-story.ts";
import { newestStories, tagListing } from "../published/lists.ts";
import { publishedStory, storyAtAddress } from "../published.ts";
import { deskStory } from "../queries.ts";
import { aNewsroom, aPerson, aStory, aTag, typed } from "../testing.ts";
import { carryOutDuePlans } from "./due-plans.ts";
import { corrected, liveStory } from "./testing.ts";

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

describe("retracting", () => {
  it("puts the notice in the place of the story, with none of its words, and takes it off all lists", async () => {
    const tag = await aTag("Retracted things");
    const live = await corrected(await liveStory({ headline: "Does not stand", tagIds: [tag] }), "More.");
    const translation = await aStory({ headline: "Туура эмес", language: "ky", translationGroupId: live.storyId });
    await publishStory(editor, translation);
    const { storyId, version } = live;
    await planPublication(editor, {
      storyId,
      version,
      seq: live.seq,
      at: new Date(Date.now() + 60_000).toISOString(),
      zone: "UTC",
    });
    await retractStory(editor, { storyId, version: version + 1, notice: "Our source made it up." });
    const found = await storyAtAddress(live.slug);
    expect(found).toMatchObject({ state: "retracted", retraction: { notice: "Our source made it up." } });
    expect(JSON.stringify(found)).not.toMatch(/Does not stand|Lorries/);
    expect(await tagListing("retracted-things", 1)).toBeNull();
    expect((await newestStories(50)).map(({ id }) => id)).not.toContain(storyId);
    expect((await publishedStory("tuura-emes", "ky"))?.translations).toEqual([]);
    expect(await carryOutDuePlans(new Date(Date.now() + 120_000))).toBe(0);
    const desk = await deskStory(editor, storyId);
    expect(desk.publication.state).toBe("retracted");
    expect(desk.takenDown?.notice).toBe("Our source made it up.");
    const goneFrom = desk.takenDown?.goneFrom.map(({ address }) => address) ?? [];
    const related = goneFrom.filter((address) => address.startsWith("/stories/")).slice(1);
    expect(goneFrom).toEqual([
      ...["/stories/does-not-stand", "/", "/sections/security", "/tags/retracted-things", "/corrections"],
      "/search?q=Does%20not%20stand",
      "/ky/stories/tuura-emes",
      ...related,
      "/api/suggest?q=Does%20not%20stand",
      "/sitemaps/news.xml",
      expect.stringMatching(/^\/sitemaps\/stories-\d{4}-\d{2}\.xml$/),
      ...["xml", "atom", "json"].flatMap((form) =>
        ["", "/sections/security", "/tags/retracted-things"].map((list) => `${list}/feed.${form}`),
      ),
    ]);
  });

  it("again changes the notice; a kill after it leaves nothing of it", async () => {
    const { storyId, version, slug } = await liveStory({ headline: "Twice" });
    await retractStory(editor, { storyId, version, notice: "First notice." });
    await retractStory(editor, { storyId, version: version + 1, notice: "Second notice." });
    expect(await storyAtAddress(slug)).toMatchObject({ retraction: { notice: "Second notice." } });
    await killStory(editor, { storyId, version: version + 2, reason: "Court.", legal: true });
    expect(await recordingDependencies(() => storyAtAddress(slug))).toMatchObject({ result: null, gone: 451 });
    expect(await deskDb().retractedAddress.count({ where: { storyId } })).toBe(0);
  });

  it("ends when the story is published again", async () => {
    const { storyId, version, slug } = await liveStory({ headline: "It stands after all" });
    await retractStory(editor, { storyId, version, notice: "A mistake of ours." });
    await publishStory(editor, { storyId, version: version + 1, seq: 0 });
    expect(await storyAtAddress(slug)).toMatchObject({ state: "live" });
    expect(await deskDb().retractedAddress.count({ where: { storyId } })).toBe(0);
  });

  it("is for editors, wants a notice and the newest version", async () => {
    const author = await aPerson("author");
    const { storyId, version } = await liveStory({ by: author });
    const input = { storyId, version, notice: "Why." };
    await expect(retractStory(author, input)).rejects.toMatchObject({ fault: "forbidden" });
    await expect(retractStory(editor, { ...input, notice: " " })).rejects.toMatchObject({ fault: "invalid" });
    await expect(retractStory(editor, { ...input, version: version - 1 })).rejects.toMatchObject({ fault: "conflict" });
  });
});
