import { beforeAll, expect, it } from "vitest";
import { plainText } from "../../body/text.ts";
import type { StaffActor } from "../../kernel/actor.ts";
import { newId } from "../../kernel/ids.ts";
import { planPublication } from "../commands/plan-publication.ts";
import { publishStory } from "../commands/publish-story.ts";
import { deskStory } from "../queries.ts";
import { aNewsroom, aPerson, aStory, suggestedWords } from "../testing.ts";
import { storyPreview } from "./document-queries.ts";

let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
});

const undecided = {
  fault: "invalid",
  issues: [{ path: "body", message: "There is 1 suggestion to decide on first." }],
};

it("publishes and plans no story with a suggestion that nobody has decided on", async () => {
  const { storyId, version } = await aStory();
  await suggestedWords(storyId, " Proposed.");
  const seen = { storyId, version, seq: 1 };
  await expect(publishStory(editor, seen)).rejects.toMatchObject(undecided);
  const at = new Date(Date.now() + 3_600_000).toISOString();
  await expect(planPublication(editor, { ...seen, at, zone: "Asia/Bishkek" })).rejects.toMatchObject(undecided);
});

it("counts everything of one id as one suggestion", async () => {
  const { storyId, version } = await aStory();
  await suggestedWords(storyId, " One", "019a0000-0000-7000-8000-000000000001");
  await suggestedWords(storyId, " more", "019a0000-0000-7000-8000-000000000001");
  await suggestedWords(storyId, " and another");
  await expect(publishStory(editor, { storyId, version, seq: 3 })).rejects.toMatchObject({
    issues: [{ message: "There are 2 suggestions to decide on first." }],
  });
});

it("goes by the headline without what is proposed in it, and publishes nothing until that is decided on", async () => {
  const { storyId, version } = await aStory({ headline: "Snow closes the pass" });
  await suggestedWords(storyId, " again", newId(), "headline");
  expect(await deskStory(editor, storyId)).toMatchObject({ headline: "Snow closes the pass" });
  await expect(publishStory(editor, { storyId, version, seq: 1 })).rejects.toMatchObject(undecided);
  const now = new Date();
  const with_ = await storyPreview(editor, storyId, now, "with");
  expect(with_).toMatchObject({ headline: "Snow closes the pass again", suggestions: 1 });
});

it("previews the story without what is proposed, and with it", async () => {
  const { storyId } = await aStory({ text: "Lorries wait." });
  await suggestedWords(storyId, " Proposed.");
  const now = new Date();
  const [without, with_] = [await storyPreview(editor, storyId, now), await storyPreview(editor, storyId, now, "with")];
  expect([without, with_].map(({ body }) => plainText(body))).toEqual(["Lorries wait.", "Lorries wait. Proposed."]);
  expect(without.suggestions).toBe(1);
});
