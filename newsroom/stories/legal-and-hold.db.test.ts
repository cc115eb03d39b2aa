import { beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "../kernel/actor.ts";
import { faultOf } from "../people/testing.ts";
import { clearStory } from "./commands/clear-story.ts";
import { holdStory } from "./commands/hold-story.ts";
import { planPublication } from "./commands/plan-publication.ts";
import { publishStory } from "./commands/publish-story.ts";
import { referStory } from "./commands/refer-story.ts";
import { releaseStory } from "./commands/release-story.ts";
import { carryOutDuePlans } from "./publication/due-plans.ts";
import { publishedStory } from "./published.ts";
import { deskStory } from "./queries.ts";
import { deskStories } from "./story-lists.ts";
import { aNewsroom, aPerson, aStory, notesOf } from "./testing.ts";

let editor: StaffActor;
let author: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor", "Timur");
  author = await aPerson("author", "Aigul");
});

const inAnHour = () => new Date(Date.now() + 3_600_000);

describe("legal", () => {
  it("stops every way to publish while it is required, and says by whom and when it was cleared", async () => {
    const draft = await aStory({ by: author, headline: "A minister and a mine" });
    const { storyId } = draft;
    const at = inAnHour();
    const planned = await planPublication(editor, { ...draft, at: at.toISOString(), zone: "UTC" });
    let { version } = await referStory(author, { storyId, version: planned.version, note: "Is page two safe?" });
    for (const person of [author, editor])
      await expect(publishStory(person, { storyId, version, seq: 0 })).rejects.toMatchObject({
        fault: "conflict",
        message: expect.stringContaining("waits for legal"),
      });
    expect(
      await faultOf(planPublication(editor, { storyId, version, seq: 0, at: at.toISOString(), zone: "UTC" })),
    ).toBe("conflict");
    expect(await carryOutDuePlans(at)).toBe(0);
    const { slug, plan } = await deskStory(editor, storyId);
    expect(plan?.failure).toContain("waits for legal");
    expect(await publishedStory(slug)).toBeNull();

    ({ version } = await clearStory(editor, { storyId, version, as: "cleared", note: "With one cut." }));
    expect((await deskStory(author, storyId)).legal).toEqual({
      status: "cleared",
      by: "Timur",
      at: expect.any(Date),
    });
    await publishStory(author, { storyId, version, seq: 0 });
    expect(await publishedStory(slug)).not.toBeNull();
    expect(await notesOf(storyId)).toEqual(["Is page two safe?", "With one cut."]);
  });

  it("can turn out not to be needed, and to be needed again", async () => {
    const { storyId } = await aStory({ by: author });
    await referStory(author, { storyId, version: 1 });
    expect(await faultOf(referStory(editor, { storyId, version: 2 }))).toBe("conflict");
    expect(await faultOf(clearStory(author, { storyId, version: 2, as: "notNeeded" }))).toBe("forbidden");
    expect(await faultOf(clearStory(editor, { storyId, version: 1, as: "cleared" }))).toBe("conflict");
    await clearStory(editor, { storyId, version: 2, as: "notNeeded" });
    expect(await faultOf(clearStory(editor, { storyId, version: 3, as: "notNeeded" }))).toBe("conflict");
    await referStory(author, { storyId, version: 3 });
    const listed = await deskStories(editor, { legal: "required" });
    expect(listed.stories.map(({ id }) => id)).toContain(storyId);
  });
});

describe("a hold", () => {
  it("stops publishing until somebody releases the story, and keeps its reason", async () => {
    const draft = await aStory({ by: author });
    const { storyId } = draft;
    await holdStory(editor, { storyId, version: 1, reason: "The family asked us to wait." });
    await expect(publishStory(editor, { ...draft, version: 2 })).rejects.toMatchObject({
      message: "This story is on hold: The family asked us to wait.",
    });
    expect(await deskStory(author, storyId)).toMatchObject({
      heldBecause: "The family asked us to wait.",
      held: { by: "Timur", at: expect.any(Date) },
    });
    expect((await deskStories(editor, { held: true })).stories.map(({ id }) => id)).toContain(storyId);
    expect(await faultOf(releaseStory(author, { storyId, version: 2 }))).toBe("forbidden");
    await releaseStory(editor, { storyId, version: 2, note: "They called." });
    expect(await deskStory(author, storyId)).toMatchObject({ heldBecause: null, held: null });
    await publishStory(editor, { ...draft, version: 3 });
    expect(await notesOf(storyId)).toEqual(["The family asked us to wait.", "They called."]);
  });

  it("needs a reason, is not put on another, and is released once", async () => {
    const { storyId } = await aStory({ by: author });
    expect(await faultOf(holdStory(editor, { storyId, version: 1, reason: " " }))).toBe("invalid");
    expect(await faultOf(releaseStory(editor, { storyId, version: 1 }))).toBe("conflict");
    const both = await Promise.all(
      ["One.", "Other."].map((reason) => faultOf(holdStory(editor, { storyId, version: 1, reason }))),
    );
    expect(both.toSorted()).toEqual(["conflict", "in"]);
    expect(await faultOf(holdStory(editor, { storyId, version: 2, reason: "Again." }))).toBe("conflict");
  });
});
