import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import { changeStory } from "../stories/commands/change-story.ts";
import { directStory } from "../stories/commands/direct-story.ts";
import { holdStory } from "../stories/commands/hold-story.ts";
import { moveStory } from "../stories/commands/move-story.ts";
import { planPublication } from "../stories/commands/plan-publication.ts";
import { publishStory } from "../stories/commands/publish-story.ts";
import { referStory } from "../stories/commands/refer-story.ts";
import { returnStory } from "../stories/commands/return-story.ts";
import { spikeStory } from "../stories/commands/spike-story.ts";
import { startThread } from "../stories/commands/start-thread.ts";
import { submitStory } from "../stories/commands/submit-story.ts";
import { aNewsroom, aPerson, aStory } from "../stories/testing.ts";
import { pitchIdea } from "./commands/pitch-idea.ts";
import { nextActions } from "./next-action-queries.ts";
import { assigned, at, zone } from "./testing.ts";

let editor: StaffActor;
let author: StaffActor;

beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor", "Timur");
  author = await aPerson("author", "Aigul");
});

describe("what waits for somebody", () => {
  const waits = async (who: StaffActor) =>
    (await nextActions(who, new Date(), 50)).actions.map(({ kind, story }) => [kind, story.id]);

  it("is theirs: what came back, who called them, what they file, write and take up", async () => {
    const writer = await aPerson("author", "Writer");
    const back = await aStory({ by: writer });
    await submitStory(writer, { storyId: back.storyId, version: 1, seq: 0 });
    await returnStory(editor, { storyId: back.storyId, version: 2, reason: "Who says so?" });
    const called = await aStory({ by: editor });
    await startThread(editor, {
      storyId: called.storyId,
      threadId: newId(),
      commentId: newId(),
      quote: "",
      text: `@{${writer.id}} is this right?`,
      isAnchored: false,
    });
    const files = await assigned(called.storyId, writer, null);
    const own = await aStory({ by: writer });
    const idea = (await pitchIdea(editor, { id: newId(), name: "Bread", assigneeId: writer.id })).id;
    expect(await waits(writer)).toEqual([
      ["rewrite", back.storyId],
      ["answer", called.storyId],
      ["file", called.storyId],
      ["write", own.storyId],
      ["take", idea],
    ]);
    const { actions, isCut } = await nextActions(writer, new Date());
    expect([isCut, (await nextActions(writer, new Date(), 4)).isCut]).toEqual([false, true]);
    expect(actions.map(({ said }) => said?.words ?? null)).toEqual([
      "Who says so?",
      expect.stringContaining("is this right?"),
      "The queue at dawn.",
      null,
      null,
    ]);
    expect(actions[2]?.assignment).toEqual({ id: files, version: 1, what: "pictures" });
  });

  it("of an editor is what nobody else edits, clears or publishes", async () => {
    const slot = await aPerson("editor", "Slot");
    const handedIn = await aStory({ by: author });
    await submitStory(author, { storyId: handedIn.storyId, version: 1, seq: 0 });
    const others = await aStory({ by: author });
    await submitStory(author, { storyId: others.storyId, version: 1, seq: 0 });
    await directStory(editor, { storyId: others.storyId, version: 2, changes: { assigneeId: editor.id } });
    const ready = await aStory({ by: author });
    await moveStory(editor, { storyId: ready.storyId, version: 1, stage: "ready" });
    const held = await aStory({ by: author });
    await moveStory(editor, { storyId: held.storyId, version: 1, stage: "ready" });
    await holdStory(editor, { storyId: held.storyId, version: 2, reason: "A call is out." });
    const referred = await aStory({ by: author });
    await referStory(author, { storyId: referred.storyId, version: 1 });
    const seen = await waits(slot);
    expect(seen).toEqual(
      expect.arrayContaining([
        ["edit", handedIn.storyId],
        ["publish", ready.storyId],
        ["clear", referred.storyId],
      ]),
    );
    const ids = seen.map(([, id]) => id);
    expect(ids).not.toContain(others.storyId);
    expect(ids).not.toContain(held.storyId);
    expect((await waits(author)).map(([kind]) => kind)).not.toContain("edit");
  });

  it("is found behind however many that others have in hand, or that are planned", async () => {
    const slot = await aPerson("editor", "Night");
    const early = (n: number) => new Date(Date.UTC(2027, 0, 1, 0, n));
    for (let n = 0; n < 21; n++) {
      const { storyId } = await aStory({ by: author });
      await deskDb().story.update({
        where: { id: storyId },
        data: { stage: "edit", assigneeId: editor.id, dueAt: early(n) },
      });
      const planned = await aStory({ by: author });
      await moveStory(editor, { storyId: planned.storyId, version: 1, stage: "ready" });
      await planPublication(editor, { ...planned, version: 2, at: at("2031-09-01", "12:00").toISOString(), zone });
      await deskDb().story.update({ where: { id: planned.storyId }, data: { dueAt: early(n) } });
    }
    const free = await aStory({ by: author });
    const ready = await aStory({ by: author });
    for (const [{ storyId }, stage] of [
      [free, "edit"],
      [ready, "ready"],
    ] as const)
      await deskDb().story.update({ where: { id: storyId }, data: { stage, dueAt: early(30) } });
    expect(await waits(slot)).toEqual(
      expect.arrayContaining([
        ["edit", free.storyId],
        ["publish", ready.storyId],
      ]),
    );
  });

  it("has what came back of a story that readers have, and calls an idea by its name", async () => {
    const writer = await aPerson("author", "Returned");
    const live = await aStory({ by: writer });
    const { version } = await publishStory(editor, live);
    await deskDb().story.update({ where: { id: live.storyId }, data: { stage: "edit" } });
    await returnStory(editor, { storyId: live.storyId, version, reason: "The number is wrong." });
    const idea = (await pitchIdea(editor, { id: newId(), name: "Bread prices" })).id;
    await startThread(editor, {
      storyId: idea,
      threadId: newId(),
      commentId: newId(),
      quote: "",
      text: `@{${writer.id}} yours?`,
      isAnchored: false,
    });
    expect(await waits(writer)).toEqual([
      ["rewrite", live.storyId],
      ["answer", idea],
    ]);
    expect((await nextActions(writer, new Date())).actions.map(({ story }) => story.slugline)).toEqual([
      null,
      "Bread prices",
    ]);
  });

  it("is nothing once it is done or spiked", async () => {
    const writer = await aPerson("author", "Idle");
    const own = await aStory({ by: writer });
    await changeStory(writer, { storyId: own.storyId, version: 1, changes: { dateline: "Osh" } });
    await assigned(own.storyId, writer, null, { filedAt: new Date() });
    expect(await waits(writer)).toEqual([["write", own.storyId]]);
    await spikeStory(writer, { storyId: own.storyId, version: 2, reason: "Old." });
    expect(await waits(writer)).toEqual([]);
  });
});
