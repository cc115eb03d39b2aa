import { beforeAll, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../../kernel/actor.ts";
import { storeEvents } from "../../kernel/event-store.ts";
import { newId } from "../../kernel/ids.ts";
import { publishStory } from "../commands/publish-story.ts";
import { readdressStory } from "../commands/readdress-story.ts";
import { setEmbargo } from "../commands/set-embargo.ts";
import { unpublishStory } from "../commands/unpublish-story.ts";
import { deskStory } from "../queries.ts";
import { aNewsroom, aPerson, aStory } from "../testing.ts";
import { noticedSince } from "./proving.ts";
import { changeOf, later, published } from "./testing.ts";
import { noteMissingProofs } from "./watch-proofs.ts";

let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
});

it("of a live story under an embargo it is proved that it is gone, and the desk says so", async () => {
  const { storyId, version } = await published(editor, "Hidden again");
  await setEmbargo(editor, { storyId, version, until: new Date(Date.now() + 60_000).toISOString() });
  expect((await deskStory(editor, storyId)).proof).toMatchObject({ expects: "gone" });
  await setEmbargo(editor, { storyId, version: version + 1, until: null });
  expect((await deskStory(editor, storyId)).proof).toMatchObject({ expects: "live" });
});

it("what happens to a story that stands nowhere is nothing that readers notice", async () => {
  const draft = await aStory({ headline: "Never published" });
  const until = new Date(Date.now() + 60_000).toISOString();
  await setEmbargo(editor, { storyId: draft.storyId, version: 1, until });
  expect((await deskStory(editor, draft.storyId)).proof).toBeNull();

  const { position } = await noticedSince(null, new Date());
  const { storyId, version } = await published(editor, "Withdrawn, then embargoed");
  await unpublishStory(editor, { storyId, version });
  const { eventId } = await changeOf(storyId);
  await setEmbargo(editor, { storyId, version: version + 1, until });
  await readdressStory(editor, { storyId, version: version + 2, slug: "withdrawn-then-readdressed" });
  const { changes } = await noticedSince(position, new Date());
  expect(changes.filter((change) => change.storyId === storyId)).toMatchObject([{ eventId }]);
  const unpublished = await deskDb().event.findUniqueOrThrow({ where: { id: eventId } });
  expect((await deskStory(editor, storyId)).proof).toMatchObject({ expects: "gone", changedAt: unpublished.at });
});

it("what happened is noticed once, the newest of each story, from where one was", async () => {
  const { storyId, version } = await published(editor, "Noticed");
  const { position } = await noticedSince(null, new Date());
  expect((await noticedSince(position, new Date())).changes).toEqual([]);
  const update = await publishStory(editor, { storyId, version, seq: 0 });
  await unpublishStory(editor, { storyId, version: update.version });
  const { changes } = await noticedSince(position, new Date());
  expect(changes.map((change) => change.storyId)).toEqual([storyId]);
  expect((await noticedSince(position, new Date(Date.now() + 11 * 60_000))).changes).toEqual([]);
});

it("what readers notice is not lost among thousands of other events", async () => {
  const { position } = await noticedSince(null, new Date());
  const { storyId, change } = await published(editor, "Lost among others");
  const others = Array.from({ length: 2_500 }, () => ({
    id: newId(),
    type: "story.stage_moved" as const,
    subject: newId(),
    payload: {},
    actor: editor,
    commandId: null,
    at: new Date(),
  }));
  await deskDb().$transaction((tx) => storeEvents(tx, others), { timeout: 20_000 });
  for (const from of [null, position]) {
    const noticed = await noticedSince(from, new Date());
    expect(noticed.changes.map((one) => one.storyId)).toContain(storyId);
    expect(noticed.position).toBeGreaterThanOrEqual(change.position + 2_500n);
  }
  expect(await noteMissingProofs(later(change, 31))).toBeGreaterThan(0);
  expect(await deskDb().proof.count({ where: { storyId } })).toBe(1);
});
