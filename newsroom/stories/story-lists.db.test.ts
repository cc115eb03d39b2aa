import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../kernel/actor.ts";
import { spikeStory } from "./commands/spike-story.ts";
import { atHand, canReadStory } from "./policy.ts";
import { deskStory } from "./queries.ts";
import { readableBy } from "./readable.ts";
import { deskStories } from "./story-lists.ts";
import { aNewsroom, anAssignment, aPerson, aStory, theProgram } from "./testing.ts";

let author: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  author = await aPerson("author");
});

describe("the desk's list", () => {
  it("agrees with the single check, for everybody and each story", async () => {
    const people = [
      author,
      await aPerson("contributor"),
      await aPerson("author"),
      await aPerson("editor"),
      await aPerson("admin"),
    ];
    for (const person of people) for (const confidential of [true, false]) await aStory({ by: person, confidential });
    await aStory({ confidential: true });
    await spikeStory(theProgram, { storyId: (await aStory()).storyId, version: 1, reason: "Twice." });
    for (const { id } of people) {
      const given = await aStory({ by: people[0] });
      await deskDb().story.update({ where: { id: given.storyId }, data: { assigneeId: id } });
      for (const confidential of [true, false]) {
        const named = await aStory({ by: people[0], confidential });
        await deskDb().storyCircle.create({ data: { storyId: named.storyId, staffId: id } });
        for (const withdrawnAt of [null, new Date()]) {
          const toFile = await aStory({ by: people[0], confidential });
          await anAssignment({ storyId: toFile.storyId, staffId: id, withdrawnAt });
          if (confidential)
            await deskDb().storyCircle.create({ data: { storyId: toFile.storyId, staffId: author.id } });
        }
      }
    }
    const all = await deskDb().story.findMany({ select: { id: true, ...atHand } });
    for (const actor of [...people, theProgram]) {
      const listed = await deskDb().story.findMany({ where: readableBy(actor), select: { id: true } });
      const allowed = all.filter((story) => canReadStory(actor, story));
      expect(listed.map(({ id }) => id).toSorted()).toEqual(allowed.map(({ id }) => id).toSorted());
      for (const { id } of all.filter((story) => !canReadStory(actor, story)))
        await expect(deskStory(actor, id)).rejects.toMatchObject({ fault: "notFound" });
    }
  });

  it("goes on where it ended, and finds by words of the headline", async () => {
    const editor = await aPerson("editor");
    for (let n = 0; n < 5; n++) await aStory({ headline: `Glacier melts, part ${n}` });
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof deskStories>> = await deskStories(editor, {
        search: "melts glacier",
        limit: 2,
        ...(cursor && { cursor }),
      });
      ids.push(...page.stories.map(({ id }) => id));
      cursor = page.next;
    } while (cursor);
    expect([ids.length, new Set(ids).size]).toEqual([5, 5]);
    expect((await deskStories(editor, { search: "100% _ \u0000" })).stories).toEqual([]);
    for (const sign of ["%", "_", "\\"])
      expect([sign, (await deskStories(editor, { search: sign })).stories]).toEqual([sign, []]);
  });
});
