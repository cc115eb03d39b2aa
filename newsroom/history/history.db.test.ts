import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import { faultOf } from "../people/testing.ts";
import { changeStory } from "../stories/commands/change-story.ts";
import { clearStory } from "../stories/commands/clear-story.ts";
import { directStory } from "../stories/commands/direct-story.ts";
import { holdStory } from "../stories/commands/hold-story.ts";
import { killStory } from "../stories/commands/kill-story.ts";
import { moveStory } from "../stories/commands/move-story.ts";
import { nameRevision } from "../stories/commands/name-revision.ts";
import { planPublication } from "../stories/commands/plan-publication.ts";
import { publishStory } from "../stories/commands/publish-story.ts";
import { referStory } from "../stories/commands/refer-story.ts";
import { releaseStory } from "../stories/commands/release-story.ts";
import { retractStory } from "../stories/commands/retract-story.ts";
import { returnStory } from "../stories/commands/return-story.ts";
import { spikeStory } from "../stories/commands/spike-story.ts";
import { startThread } from "../stories/commands/start-thread.ts";
import { submitStory } from "../stories/commands/submit-story.ts";
import { unpublishStory } from "../stories/commands/unpublish-story.ts";
import { unspikeStory } from "../stories/commands/unspike-story.ts";
import { carryOutDuePlans } from "../stories/publication/due-plans.ts";
import { deskStory } from "../stories/queries.ts";
import { aNewsroom, aPerson, aStory, theProgram } from "../stories/testing.ts";
import { storyHistory } from "./queries.ts";

let author: StaffActor;
let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  author = await aPerson("author", "Aigul");
  editor = await aPerson("editor", "Timur");
});

const told = async (storyId: string, who = author) =>
  (await storyHistory(who, storyId)).entries.map(({ by, words, note }) => `${by} ${words}${note ? `: ${note}` : ""}`);

describe("a story's history", () => {
  it("says who did what, the newest first, with what they said", async () => {
    const { storyId } = await aStory({ by: author });
    let version = 1;
    const at = () => ({ storyId, version: version++ });
    await nameRevision(author, { storyId, version, seq: 0, name: "As filed" });
    await submitStory(author, { ...at(), seq: 0 });
    await returnStory(editor, { ...at(), reason: "Who says so?" });
    await directStory(editor, { ...at(), changes: { assigneeId: author.id, priority: "high" } });
    await changeStory(author, { ...at(), changes: { dateline: "Osh" } });
    await startThread(author, {
      storyId,
      threadId: newId(),
      commentId: newId(),
      quote: "",
      isAnchored: false,
      text: `@{${editor.id}} the ministry does.`,
    });
    await moveStory(editor, { ...at(), stage: "copy", note: "Good now." });
    await holdStory(editor, { ...at(), reason: "A call is out." });
    await releaseStory(editor, { ...at(), note: "They called." });
    await referStory(author, { ...at(), note: "Page two." });
    await clearStory(editor, { ...at(), as: "cleared" });
    await publishStory(author, { ...at(), seq: 0 });
    await killStory(editor, { ...at(), reason: "It is false." });
    expect((await told(storyId)).toReversed()).toEqual([
      "Aigul started it",
      "Aigul named a state of it: “As filed”",
      "Aigul handed it in to Edit",
      "Timur returned it from Edit to Draft: Who says so?",
      "Timur assigned it to Aigul",
      "Timur set its priority to high",
      "Aigul changed the dateline",
      "Aigul commented on it and called Timur",
      "Timur moved it from Draft to Copy: Good now.",
      "Timur put it on hold: A call is out.",
      "Timur released it from hold: They called.",
      "Aigul referred it to legal: Page two.",
      "Timur noted that legal cleared it",
      "Aigul published it",
      "Timur killed it: It is false.",
    ]);
  });

  it("says what the program did, and why it could not", async () => {
    const draft = await aStory({ by: author });
    const at = new Date(Date.now() + 60_000);
    const { version } = await planPublication(author, { ...draft, at: at.toISOString(), zone: "UTC" });
    await holdStory(editor, { storyId: draft.storyId, version, reason: "A call is out." });
    await carryOutDuePlans(at);
    const [newest] = (await storyHistory(author, draft.storyId)).entries;
    expect(newest).toMatchObject({
      by: "the clock",
      isProgram: true,
      at,
      words: expect.stringContaining("could not carry out the plan to publish it"),
      note: "This story is on hold: A call is out.",
    });
  });

  it("keeps why it was unpublished and spiked, whatever comes after", async () => {
    const { storyId } = await aStory({ by: author });
    let version = 1;
    const at = () => ({ storyId, version: version++ });
    await publishStory(author, { ...at(), seq: 0 });
    await unpublishStory(author, { ...at(), reason: "The wrong button." });
    await publishStory(author, { ...at(), seq: 0 });
    await unpublishStory(author, at());
    await spikeStory(editor, { ...at(), reason: "Nobody wants it." });
    await unspikeStory(editor, at());
    expect((await told(storyId)).toReversed().slice(2)).toEqual([
      "Aigul unpublished it: The wrong button.",
      "Aigul published an update of it",
      "Aigul unpublished it",
      "Timur put it in the trash: Nobody wants it.",
      "Timur took it out of the trash",
    ]);
  });

  it("keeps each notice that stood in its place", async () => {
    const draft = await aStory({ headline: "Told otherwise" });
    const { storyId } = draft;
    const live = await publishStory(editor, draft);
    const { version } = await retractStory(editor, { storyId, version: live.version, notice: "It may be false." });
    await retractStory(editor, { storyId, version, notice: "It is false." });
    expect((await told(storyId, editor)).slice(0, 2)).toEqual([
      "Timur changed the notice that readers see in place of it: It is false.",
      "Timur retracted it: readers see a notice in its place: It may be false.",
    ]);
    expect((await deskStory(editor, storyId)).takenDown?.notice).toBe("It is false.");
  });

  it("goes on page by page without a gap, whatever happens meanwhile", async () => {
    const { storyId } = await aStory({ by: author });
    for (let n = 1; n <= 60; n++) await moveStory(theProgram, { storyId, version: n, stage: n % 2 ? "edit" : "copy" });
    const first = await storyHistory(author, storyId);
    expect([first.entries.length, first.next]).toEqual([50, expect.any(String)]);
    await moveStory(editor, { storyId, version: 61, stage: "ready" });
    const second = await storyHistory(author, storyId, first.next ?? "");
    expect([second.entries.length, second.next]).toEqual([11, null]);
    expect(new Set([...first.entries, ...second.entries].map(({ id }) => id)).size).toBe(61);
    expect(second.entries.at(-1)?.words).toBe("started it");
    for (const odd of ["", "yesterday", "-1", "1e3", "9".repeat(40)])
      expect((await storyHistory(author, storyId, odd)).entries).toHaveLength(50);
  });

  it("is told to nobody who may not read the story, and cannot be changed by the desk", async () => {
    const { storyId } = await aStory({ by: author, confidential: true });
    expect(await faultOf(storyHistory(await aPerson("author"), storyId))).toBe("notFound");
    expect(await faultOf(storyHistory(author, "somewhere"))).toBe("notFound");
    for (const change of [
      () => deskDb().event.updateMany({ where: { subject: storyId }, data: { actorName: "Nobody" } }),
      () => deskDb().event.deleteMany({ where: { subject: storyId } }),
    ])
      await expect(change()).rejects.toThrow(/permission denied/);
  });
});
