// Whoever stores something tells every instance of it, the own one as well: that one must not ask Postgres for what it has.
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { deskDb } from "#lib/db/desk";
import { body, p } from "#newsroom/body/testing";
import { plainText } from "#newsroom/body/text";
import { aStaff } from "#newsroom/people/testing";
import { documentOf, textOf } from "#newsroom/stories/document/document";
import { bytes } from "#newsroom/stories/document/document-store";
import { aNewsroom, aStory, typed } from "#newsroom/stories/testing";
import { aBrowser, anEditor, storedText } from "../../testing/editor-window.ts";
import { openRooms, type Rooms } from "./rooms.ts";
import { aCollabServer, anUnfitCrosshead, type Served } from "./testing.ts";

let at: Served;
beforeAll(async () => {
  await aNewsroom();
  at = await aCollabServer();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => at.close());

const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 15_000, interval: 10 });

async function anOpenStory() {
  const person = await aStaff({ role: "editor" });
  const { storyId } = await aStory();
  const window = await anEditor(await aBrowser(at.url, person), person, storyId);
  await soon(() => expect(window.sync.awareness.getLocalState()).not.toBeNull());
  return { storyId, window };
}

/** How often a document's later updates, and no others, are asked for from now on. */
function askedForUpdates(): () => number {
  const asked = vi.spyOn(deskDb().storyDocument, "findUnique");
  const isOfLater = (updates: unknown) => typeof updates === "object" && updates !== null && "where" in updates;
  return () => asked.mock.calls.filter(([{ select }]) => isOfLater(select?.updates)).length;
}

it("what a program stored itself it does not ask for again, what came another way in it does, once", async () => {
  const { storyId, window } = await anOpenStory();
  const count = askedForUpdates();
  for (let n = 0; n < 40; n++) {
    window.write(`Word ${n}.`);
    await window.sync.flush();
  }
  expect(count()).toBe(0);
  // What is told comes in its order: when this is heard, all that was told before it has been.
  await typed(storyId, "Another way in. ");
  await soon(() => expect(window.text()).toContain("Another way in."));
  expect(count()).toBe(1);
  expect(await storedText(storyId)).toBe(window.text());
  window.close();
});

it("a text that was put back is heard of however much of it was stored here", async () => {
  const { window } = await anOpenStory();
  window.write("Kept.");
  await window.sync.flush();
  window.doc.getXmlFragment("body").push([anUnfitCrosshead("Never.")]);
  await soon(() => expect(window.startedOver).toBe(1));
  window.close();
});

it("nobody comes in to what was put back since, though nobody told of it", async () => {
  const { storyId, window: before } = await anOpenStory();
  before.write("Bad.");
  await before.sync.flush();
  await deskDb().documentUpdate.deleteMany({ where: { storyId } });
  await deskDb().storyDocument.update({
    where: { storyId },
    data: { state: bytes(documentOf({ body: body(p("Good.")) })), stateSeq: 2, seq: 2, generation: 2 },
  });
  const person = await aStaff({ role: "editor" });
  const window = await anEditor(await aBrowser(at.url, person), person, storyId);
  window.write("On.");
  await soon(() => expect(window.sync.state().kind).toBe("saved"));
  expect([window.text(), window.startedOver]).toEqual(["Good.\nOn.", 0]);
  expect(await storedText(storyId)).toBe("Good.\nOn.");
  await soon(() => expect(before.startedOver).toBe(1));
  for (const one of [window, before]) one.close();
});

describe("while a story is being opened", () => {
  /** A program that opens this story; `meanwhile` happens once it has read the text, and before anybody is let in. */
  async function opening(storyId: string, meanwhile: (rooms: Rooms) => Promise<unknown>) {
    const rooms = openRooms(() => undefined);
    const db = deskDb();
    const inTransaction = db.$transaction.bind(db);
    vi.spyOn(db, "$transaction").mockImplementationOnce(async (...read: Parameters<typeof inTransaction>) => {
      const answer = await inTransaction(...read);
      await meanwhile(rooms);
      return answer;
    });
    const { document } = await rooms.hocuspocus.openDirectConnection(storyId);
    return document ? plainText(textOf(document).body) : null;
  }

  it.each<[string, (rooms: Rooms, storyId: string) => Promise<void>]>([
    ["what is told of it is heard", (rooms, storyId) => rooms.hear(storyId, 1)],
    ["so is what it may have missed", (rooms) => rooms.hearAll()],
  ])("%s", async (_what, tell) => {
    const { storyId } = await aStory({ text: "Lorries wait." });
    const text = await opening(storyId, async (rooms) => {
      await typed(storyId, "Another way in. ");
      await tell(rooms, storyId);
    });
    expect(text).toBe(await storedText(storyId));
    expect(text).toContain("Another way in.");
  });

  it("nobody is let in to a text that was put back", async () => {
    const { storyId } = await aStory();
    const asked = opening(storyId, async (rooms) => {
      await deskDb().storyDocument.update({
        where: { storyId },
        data: { generation: { increment: 1 }, seq: { increment: 1 } },
      });
      await rooms.hear(storyId, 1);
    });
    await expect(asked).rejects.toMatchObject({ why: "startOver" });
  });
});
