import { beforeAll, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { publishStory } from "../commands/publish-story.ts";
import { noteInstance } from "../document/instances.ts";
import { aNewsroom, aStory, theProgram } from "../testing.ts";
import { publicPlace } from "./proofs.ts";
import { noteMissingProofs } from "./watch-proofs.ts";

beforeAll(async () => {
  await aNewsroom();
});

const instance = "one:3000";
const published = async (headline: string) => {
  const story = await aStory({ headline });
  await publishStory(theProgram, story);
  return story;
};
const publicationOf = (storyId: string) =>
  deskDb().event.findFirstOrThrow({
    where: { subject: storyId, type: "story.published" },
    select: { id: true, at: true },
  });

it("what waits in the queue of a place that works is not called unlooked at, until that is done or takes too long", async () => {
  const queued = await published("Waits for its turn");
  await noteInstance(instance, true);
  await deskDb().instance.update({ where: { name: instance }, data: { startedAt: new Date(Date.now() - 600_000) } });
  const event = await publicationOf(queued.storyId);
  const from = (seconds: number) => new Date(event.at.getTime() + seconds * 1000);
  /** One of a thousand that were published before: the instance has just come to it. */
  const proves = async (at: number, changedAt: number) => {
    const { storyId } = await published("Published with it");
    const { id: eventId } = await publicationOf(storyId);
    const found = { storyId, eventId, place: instance, isProved: true, result: "200" };
    await deskDb().proof.create({ data: { ...found, changedAt: from(changedAt), checkedAt: from(at) } });
  };
  const unlooked = async () =>
    (await deskDb().proof.findMany({ where: { storyId: queued.storyId }, orderBy: { place: "asc" } })).map(
      ({ place }) => place,
    );

  await proves(38, -2);
  await noteMissingProofs(from(40));
  expect(await unlooked()).toEqual([publicPlace]);
  // What is proved at once shows no queue.
  await proves(58, 57);
  await noteMissingProofs(from(60));
  expect(await unlooked()).toEqual([instance, publicPlace]);

  await deskDb().proof.deleteMany({ where: { storyId: queued.storyId } });
  for (const at of [298, 308]) await proves(at, 0);
  await noteMissingProofs(from(299));
  expect(await unlooked()).toEqual([publicPlace]);
  await noteMissingProofs(from(310));
  expect(await unlooked()).toEqual([instance, publicPlace]);
});
