import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type * as Y from "yjs";
import { deskDb } from "#lib/db/desk";
import { newId } from "#newsroom/kernel/ids";
import { aStaff } from "#newsroom/people/testing";
import { startThread } from "#newsroom/stories/commands/start-thread";
import { writeStory } from "#newsroom/stories/commands/write-story";
import { storedDocument } from "#newsroom/stories/document/document-store";
import { whoIsHere } from "#newsroom/stories/document/presence";
import { aNewsroom, aStory, theProgram, typing } from "#newsroom/stories/testing";
import { storedText } from "../../testing/editor-window.ts";
import { aCollabServer, type Served, soon, synced, type TestWindow } from "./testing.ts";

let at: Served;
beforeAll(async () => {
  await aNewsroom();
  at = await aCollabServer();
});
afterEach(() => at.closeWindows());
afterAll(() => at.close());

describe("people who write a story together", () => {
  it("see each other's words, and all of them are stored", async () => {
    const [one, other] = [await aStaff({ role: "editor" }), await aStaff({ role: "editor" })];
    const { storyId } = await aStory();
    const [left, right] = [await at.window({ person: one, storyId }), await at.window({ person: other, storyId })];
    await Promise.all([synced(left), synced(right)]);
    left.write("From the left.");
    right.write("From the right.");
    await soon(() => {
      for (const window of [left, right])
        expect(window.text()).toMatch(/Lorries wait.*From the (left|right).*From the (left|right)/);
    });
    await Promise.all([synced(left), synced(right)]);
    const text = await storedText(storyId);
    expect(text).toContain("From the left.");
    expect(text).toContain("From the right.");
    expect([left.seq, right.seq]).toEqual([2, 2]);
  });

  it("never double a text that several open at the same moment", async () => {
    const people = await Promise.all(Array.from({ length: 4 }, () => aStaff({ role: "editor" })));
    const { storyId } = await aStory({ text: "Once and only once." });
    const windows = await Promise.all(people.map((person) => at.window({ person, storyId })));
    await Promise.all(windows.map(synced));
    await soon(() => {
      for (const window of windows) expect(window.text().match(/Once and only once/g)).toHaveLength(1);
    });
    expect((await storedDocument(deskDb(), storyId)).seq).toBe(0);
  });

  it("are remembered by what they typed as which Yjs client", async () => {
    const person = await aStaff({ role: "editor" });
    const { storyId } = await aStory();
    const window = await at.window({ person, storyId });
    await synced(window);
    window.write("Mine.");
    await synced(window);
    const clients = await deskDb().documentClient.findMany({ where: { storyId, staffId: { not: null } } });
    expect(clients).toEqual([expect.objectContaining({ clientId: BigInt(window.doc.clientID), staffId: person.id })]);
  });

  it("are told nothing of the document's count that they were not sent", async () => {
    const { storyId } = await aStory();
    const windows = await Promise.all(
      Array.from({ length: 3 }, async () => at.window({ person: await aStaff({ role: "editor" }), storyId })),
    );
    await Promise.all(windows.map(synced));
    const [watcher, ...writers] = windows as [TestWindow, TestWindow, TestWindow];
    const atTelling: [number, string][] = [];
    watcher.provider.on("stateless", () => atTelling.push([watcher.seq, watcher.text()]));
    for (let n = 0; n < 20; n++) for (const writer of writers) writer.write(`word ${n}.`);
    await Promise.all(writers.map(synced));
    await soon(() => expect(watcher.seq).toBe(40));
    for (const [seq, text] of atTelling) expect((text.match(/word/g) ?? []).length).toBeGreaterThanOrEqual(seq);
  });
});

describe("what is typed", () => {
  it("is in the database when it is acknowledged, deletions too", async () => {
    const person = await aStaff({ role: "editor" });
    const { storyId } = await aStory({ text: "Cut me." });
    const window = await at.window({ person, storyId });
    await synced(window);
    window.doc.getXmlFragment("body").delete(0, 1);
    expect(window.provider.unsyncedChanges).toBe(1);
    await synced(window);
    expect(await storedText(storyId)).toBe("");
  });

  it("comes to rest: lists show the new headline and length, and opening again changes nothing", async () => {
    const person = await aStaff({ role: "editor" });
    const { storyId } = await aStory({ headline: "Snow", text: "Lorries wait." });
    const window = await at.window({ person, storyId });
    await synced(window);
    window.doc.transact(() => {
      const line = window.doc.getXmlFragment("headline").get(0) as Y.XmlElement;
      (line.get(0) as Y.XmlText).insert(4, " and wind");
      window.write("Three more words.");
    });
    const row = () => deskDb().story.findUniqueOrThrow({ where: { id: storyId } });
    await soon(async () => expect(await row()).toMatchObject({ headline: "Snow and wind", wordCount: 5 }));
    const before = await row();
    window.close();
    const again = await at.window({ person, storyId });
    await synced(again);
    again.close();
    await soon(async () => expect(await whoIsHere(person.actor, [storyId], new Date())).toEqual({}));
    expect(await row()).toEqual(before);
    expect((await storedDocument(deskDb(), storyId)).seq).toBe(1);
  });

  it("arrives in open windows when it comes another way in, and through another program", async () => {
    const person = await aStaff({ role: "editor" });
    const { storyId } = await aStory();
    const elsewhere = await aCollabServer();
    try {
      const here = await at.window({ person, storyId });
      const there = await elsewhere.window({ person: await aStaff({ role: "editor" }), storyId });
      await Promise.all([synced(here), synced(there)]);
      here.write("Through the first.");
      there.write("Through the second.");
      await writeStoryAnew(storyId, "Over plain HTTP.");
      await soon(() => {
        for (const window of [here, there])
          for (const words of ["Through the first.", "Through the second.", "Over plain HTTP."])
            expect(window.text()).toContain(words);
      });
      await soon(() => expect([here.seq, there.seq]).toEqual([3, 3]));
    } finally {
      await elsewhere.close();
    }
  });
});

async function writeStoryAnew(storyId: string, words: string): Promise<void> {
  await soon(async () => writeStory(theProgram, await typing(storyId, words)));
}

it("windows hear of comments on their story, in every program, and of no other's", async () => {
  const person = await aStaff({ role: "editor" });
  const [{ storyId }, { storyId: another }] = [await aStory(), await aStory()];
  const elsewhere = await aCollabServer();
  try {
    const here = await at.window({ person, storyId });
    const there = await elsewhere.window({ person, storyId });
    const beside = await at.window({ person, storyId: another });
    await Promise.all([synced(here), synced(there), synced(beside)]);
    await startThread(person.actor, {
      storyId,
      threadId: newId(),
      commentId: newId(),
      quote: "Lorries",
      isAnchored: true,
      text: "How many?",
    });
    const kinds = (window: TestWindow) => window.news.map(({ kind }) => kind);
    await soon(() => {
      for (const window of [here, there]) expect(kinds(window)).toContain("comments");
    });
    expect(kinds(beside)).not.toContain("comments");
  } finally {
    await elsewhere.close();
  }
});

it("who is here is known at the desk, idle or not, to who may read the story", async () => {
  const [author, stranger] = [
    await aStaff({ role: "author", name: "Nurlan Asanov" }),
    await aStaff({ role: "contributor" }),
  ];
  const { storyId } = await aStory({ by: author.actor });
  const window = await at.window({ person: author, storyId });
  await synced(window);
  await soon(async () =>
    expect(await whoIsHere(author.actor, [storyId], new Date())).toEqual({
      [storyId]: [{ id: author.id, name: "Nurlan Asanov", isIdle: false }],
    }),
  );
  expect(await whoIsHere((await aStaff({ role: "admin" })).actor, [storyId], new Date())).toHaveProperty(storyId);
  for (const isIdle of [true, false]) {
    window.provider.setAwarenessField("isIdle", isIdle);
    await soon(async () => {
      await at.collab.note(new Date());
      expect((await whoIsHere(author.actor, [storyId], new Date()))[storyId]).toMatchObject([{ isIdle }]);
    });
  }
  expect(await whoIsHere(stranger.actor, [storyId], new Date())).toEqual({});
  window.close();
  await soon(async () => expect(await whoIsHere(author.actor, [storyId], new Date())).toEqual({}));
});

it("nobody shows themselves to the others under another name, or with a caret that is none", async () => {
  const { storyId } = await aStory();
  const [liar, other] = [
    await at.window({ person: await aStaff({ role: "editor", name: "Anna" }), storyId }),
    await at.window({ person: await aStaff({ role: "editor", name: "Boris" }), storyId }),
  ];
  await Promise.all([synced(liar), synced(other)]);
  liar.provider.setAwarenessField("user", { id: "x", name: "The editor in chief" });
  liar.provider.setAwarenessField("cursor", {});
  await soon(() =>
    expect(other.provider.awareness?.getStates().get(liar.doc.clientID)).toMatchObject({
      cursor: null,
      user: { name: "Anna" },
    }),
  );
});
