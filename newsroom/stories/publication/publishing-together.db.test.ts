import { beforeAll, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../../kernel/actor.ts";
import { newId } from "../../kernel/ids.ts";
import { changeProfile } from "../../people/commands/change-profile.ts";
import { createProfile } from "../../people/commands/create-profile.ts";
import { changeStory } from "../commands/change-story.ts";
import { publishStory } from "../commands/publish-story.ts";
import { aNewsroom, aPerson, aSection, aStory, aTag } from "../testing.ts";

let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
});

it("stories that change tags and sections crosswise are published together, and none waits for another in a ring", async () => {
  const tagIds = [await aTag("Water"), await aTag("Energy"), await aTag("Migration")];
  const places = [await aSection("Politics"), await aSection("Economy")];
  const profileId = newId();
  await createProfile(editor, { id: profileId, name: "Aigul Sadykova" });
  const place = (n: number) => places[n % 2] ?? null;
  const tags = (n: number) => [tagIds[n % 3], tagIds[(n + 1) % 3]].filter((id) => id !== undefined);
  const draft = (n: number) =>
    aStory({ headline: `Story ${n}`, sectionId: place(n), tagIds: tags(n), byline: [{ profileId }] });

  const live = [];
  for (let n = 0; n < 8; n++) {
    const { storyId, ...drawn } = await draft(n);
    const { version } = await publishStory(editor, { storyId, ...drawn });
    const changes = { sectionId: place(n + 1), tagIds: tags(n + 1) };
    live.push({ storyId, seq: 0, ...(await changeStory(editor, { storyId, version, changes })) });
  }
  const drafts = [];
  for (let n = 8; n < 16; n++) drafts.push(await draft(n));

  await Promise.all([
    ...[...live, ...drafts].map(({ storyId, version, seq }) => publishStory(editor, { storyId, version, seq })),
    changeProfile(editor, { profileId, version: 1, changes: { name: "Aigul Sadykova-Ten" } }),
  ]);
  const shown = await deskDb().liveTag.findMany({ select: { slug: true, stories: true } });
  expect(shown.reduce((sum, { stories }) => sum + stories, 0)).toBe(32);
  expect(await deskDb().liveByline.count({ where: { name: "Aigul Sadykova-Ten" } })).toBe(16);
});
