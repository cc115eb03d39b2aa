import { beforeAll, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { body, p, picture } from "../../body/testing.ts";
import type { StaffActor } from "../../kernel/actor.ts";
import { newId } from "../../kernel/ids.ts";
import { isPictureLive } from "../../media/published.ts";
import { changeStory } from "../commands/change-story.ts";
import { describePicture } from "../commands/describe-picture.ts";
import { killStory } from "../commands/kill-story.ts";
import { planPublication } from "../commands/plan-publication.ts";
import { publishStory } from "../commands/publish-story.ts";
import { removePicture } from "../commands/remove-picture.ts";
import { setEmbargo } from "../commands/set-embargo.ts";
import { shareStory } from "../commands/share-story.ts";
import { unpublishStory } from "../commands/unpublish-story.ts";
import { storyPreview } from "../document/document-queries.ts";
import { newestStories } from "../published/lists.ts";
import { publishedStory } from "../published.ts";
import { deskStory } from "../queries.ts";
import { isPictureShared } from "../shares/share-queries.ts";
import { aLibraryPicture, aNewsroom, aPerson, aStory } from "../testing.ts";
import { libraryPictures, maySeePicture } from "./picture-queries.ts";

let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
});

const words = { altText: "Lorries in snow", caption: "The pass on Monday.", credit: "Aida Bekova" };
const now = async (storyId: string) => {
  const { version } = await deskStory(editor, storyId);
  const { seq } = await deskDb().storyDocument.findUniqueOrThrow({ where: { storyId } });
  return { storyId, version, seq };
};
const publish = async (storyId: string) => publishStory(editor, await now(storyId));
async function withPictures() {
  const [lead, inText] = [await aLibraryPicture(editor), await aLibraryPicture(editor)];
  const story = await aStory({
    leadImage: { pictureId: lead, ...words },
    body: body(p("Lorries wait."), picture({ pictureId: inText })),
  });
  return { ...story, lead, inText, both: async () => [await isPictureLive(lead), await isPictureLive(inText)] };
}

it("gives readers the pictures of a live story, and of no other", async () => {
  const { storyId, both } = await withPictures();
  expect(await both()).toEqual([false, false]);
  await publish(storyId);
  expect(await both()).toEqual([true, true]);
  await unpublishStory(editor, await now(storyId));
  expect(await both()).toEqual([false, false]);
  expect(await isPictureLive(await aLibraryPicture())).toBe(false);
});

it("takes pictures from readers with a kill", async () => {
  const { storyId, both } = await withPictures();
  await publish(storyId);
  await killStory(editor, { ...(await now(storyId)), reason: "False." });
  expect(await both()).toEqual([false, false]);
});

it("holds pictures back with an embargo, unless another live story shows them", async () => {
  const { storyId, lead, both } = await withPictures();
  await publish(storyId);
  const until = new Date(Date.now() + 3_600_000).toISOString();
  await setEmbargo(editor, { ...(await now(storyId)), until });
  expect(await both()).toEqual([false, false]);
  const other = await aStory({ leadImage: { pictureId: lead, ...words } });
  await publish(other.storyId);
  expect(await both()).toEqual([true, false]);
  await setEmbargo(editor, { ...(await now(storyId)), until: null });
  expect(await both()).toEqual([true, true]);
});

it("shows readers the lead image of the revision that they have, whatever is said of it since", async () => {
  const { storyId, lead } = await withPictures();
  await publish(storyId);
  const { slug } = await deskStory(editor, storyId);
  const shown = async () => (await publishedStory(slug))?.leadImage;
  expect(await shown()).toEqual({ pictureId: lead, width: 1_600, height: 1_000, focalPoint: null, ...words });
  await describePicture(editor, { pictureId: lead, version: 1, changes: { caption: "Another." } });
  await changeStory(editor, {
    ...(await now(storyId)),
    changes: { leadImage: { pictureId: lead, ...words, altText: "Snow" } },
  });
  expect(await shown()).toMatchObject(words);
  expect(await deskStory(editor, storyId)).toMatchObject({
    hasUnpublishedChanges: true,
    leadImage: { altText: "Snow" },
  });
  await publish(storyId);
  expect(await shown()).toMatchObject({ ...words, altText: "Snow" });
  expect((await newestStories(5)).find(({ id }) => id === storyId)?.leadImage?.altText).toBe("Snow");
  await changeStory(editor, { ...(await now(storyId)), changes: { leadImage: null } });
  await publish(storyId);
  expect([await shown(), await isPictureLive(lead)]).toEqual([null, false]);
});

it("takes as a lead image only what whoever chooses it can find", async () => {
  const { storyId } = await aStory({ by: editor });
  const { storyId: closed } = await aStory({ confidential: true });
  const author = await aPerson("author");
  const own = await aStory({ by: author });
  const hidden = await aLibraryPicture(undefined, { storyId: closed });
  for (const pictureId of [hidden, newId()])
    await expect(
      changeStory(author, { storyId: own.storyId, version: 1, changes: { leadImage: { pictureId, ...words } } }),
    ).rejects.toMatchObject({ fault: "invalid", issues: [{ path: "leadImage" }] });
  await changeStory(editor, { storyId, version: 1, changes: { leadImage: { pictureId: hidden, ...words } } });
  // Who may read a story sees the picture at its top.
  expect(await maySeePicture(author, hidden)).toBe(true);
  await expect(changeStory(editor, { storyId, version: 1, changes: { leadImage: null } })).rejects.toMatchObject({
    fault: "conflict",
  });
});

it("lets nobody find by a picture what they may not read: a contributor finds those of others once readers have the story", async () => {
  const contributor = await aPerson("contributor");
  const draft = await aStory({ by: editor });
  const ofDraft = await aLibraryPicture(editor, { storyId: draft.storyId });
  const found = async () => (await libraryPictures(contributor)).pictures.some(({ id }) => id === ofDraft);
  expect([await found(), await maySeePicture(contributor, ofDraft)]).toEqual([false, false]);
  expect(await maySeePicture(await aPerson("author"), ofDraft)).toBe(true);
  await publish(draft.storyId);
  expect([await found(), await maySeePicture(contributor, ofDraft)]).toEqual([true, true]);
});

it("refuses to remove a picture that readers have, or are to have, and names the stories", async () => {
  const { storyId, lead, inText } = await withPictures();
  const remove = (pictureId: string) => removePicture(editor, { pictureId, version: 1 });
  const at = new Date(Date.now() + 3_600_000).toISOString();
  await planPublication(editor, { ...(await now(storyId)), at, zone: "Asia/Bishkek" });
  for (const pictureId of [lead, inText])
    await expect(remove(pictureId)).rejects.toMatchObject({
      fault: "conflict",
      detail: { stories: [{ id: storyId }] },
    });
  await deskDb().plan.updateMany({ where: { storyId }, data: { cancelledAt: new Date() } });
  await publish(storyId);
  await expect(remove(inText)).rejects.toMatchObject({ fault: "conflict" });
  await unpublishStory(editor, await now(storyId));
  await remove(inText);
});

it("shows by a link the pictures of what the link shows, and of nothing else", async () => {
  const { storyId, lead, inText } = await withPictures();
  const other = await withPictures();
  const link = { recipient: "A lawyer", days: 1, mayComment: false, follows: true };
  const { path } = await shareStory(editor, { ...(await now(storyId)), ...link });
  const token = path.replace("/preview/", "");
  const shown = (id: string, of = token) => isPictureShared(of, id, "192.0.2.0/24", new Date());
  expect([await shown(lead), await shown(inText), await shown(other.lead), await shown(lead, "nothing")]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it("previews the draft with its lead image", async () => {
  const { storyId, lead } = await withPictures();
  expect((await storyPreview(editor, storyId, new Date())).leadImage).toMatchObject({ pictureId: lead, ...words });
});
