import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { deskDb } from "#lib/db/desk";
import { plainText } from "#newsroom/body/text";
import { newId } from "#newsroom/kernel/ids";
import { aStaff } from "#newsroom/people/testing";
import { seePutAside } from "#newsroom/stories/commands/see-put-aside";
import { spikeStory } from "#newsroom/stories/commands/spike-story";
import { startThread } from "#newsroom/stories/commands/start-thread";
import { writeStory } from "#newsroom/stories/commands/write-story";
import { mergedDocument, textOf } from "#newsroom/stories/document/document";
import { newestDocument, storedDocument } from "#newsroom/stories/document/document-store";
import { whoIsHere } from "#newsroom/stories/document/presence";
import { ownPutAside } from "#newsroom/stories/document/put-aside-queries";
import { aNewsroom, anAssignment, aStory, theProgram, typing } from "#newsroom/stories/testing";
import { aCollabServer, anUnfitCrosshead, aWindow, type Served, type TestWindow } from "./testing.ts";

let at: Served;
let open: TestWindow[] = [];

/** An editor whom circles name. */
let circle: string;

beforeAll(async () => {
  await aNewsroom();
  circle = (await aStaff({ role: "editor" })).id;
  at = await aCollabServer();
});
afterEach(() => {
  for (const window of open) window.close();
  open = [];
});
afterAll(() => at.close());

async function opened(wishes: Omit<Parameters<typeof aWindow>[0], "at">): Promise<TestWindow> {
  const window = await aWindow({ at, ...wishes });
  open.push(window);
  return window;
}
const soon = <Result>(check: () => Result | Promise<Result>) => vi.waitFor(check, { timeout: 8_000, interval: 10 });
const synced = ({ provider }: TestWindow) =>
  soon(() => expect([provider.isSynced, provider.unsyncedChanges]).toEqual([true, 0]));
const storedText = async (storyId: string) =>
  plainText(textOf(newestDocument(await storedDocument(deskDb(), storyId))).body);

describe("people who write a story together", () => {
  it("see each other's words, and all of them are stored", async () => {
    const [one, other] = [await aStaff({ role: "editor" }), await aStaff({ role: "editor" })];
    const { storyId } = await aStory();
    const [left, right] = [await opened({ person: one, storyId }), await opened({ person: other, storyId })];
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
    const windows = await Promise.all(people.map((person) => opened({ person, storyId })));
    await Promise.all(windows.map(synced));
    await soon(() => {
      for (const window of windows) expect(window.text().match(/Once and only once/g)).toHaveLength(1);
    });
    expect((await storedDocument(deskDb(), storyId)).seq).toBe(0);
  });

  it("are remembered by what they typed as which Yjs client", async () => {
    const person = await aStaff({ role: "editor" });
    const { storyId } = await aStory();
    const window = await opened({ person, storyId });
    await synced(window);
    window.write("Mine.");
    await synced(window);
    const clients = await deskDb().documentClient.findMany({ where: { storyId, staffId: { not: null } } });
    expect(clients).toEqual([expect.objectContaining({ clientId: BigInt(window.doc.clientID), staffId: person.id })]);
  });

  it("are told nothing of the document's count that they were not sent", async () => {
    const { storyId } = await aStory();
    const windows = await Promise.all(
      Array.from({ length: 3 }, async () => opened({ person: await aStaff({ role: "editor" }), storyId })),
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
    const window = await opened({ person, storyId });
    await synced(window);
    window.doc.getXmlFragment("body").delete(0, 1);
    expect(window.provider.unsyncedChanges).toBe(1);
    await synced(window);
    expect(await storedText(storyId)).toBe("");
  });

  it("comes to rest: lists show the new headline and length, and opening again changes nothing", async () => {
    const person = await aStaff({ role: "editor" });
    const { storyId } = await aStory({ headline: "Snow", text: "Lorries wait." });
    const window = await opened({ person, storyId });
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
    const again = await opened({ person, storyId });
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
      const here = await opened({ person, storyId });
      const there = await aWindow({ at: elsewhere, person: await aStaff({ role: "editor" }), storyId });
      open.push(there);
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
      for (const window of open) window.close();
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
    const here = await opened({ person, storyId });
    const there = await aWindow({ at: elsewhere, person, storyId });
    const beside = await opened({ person, storyId: another });
    open.push(there);
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
    for (const window of open) window.close();
    await elsewhere.close();
  }
});

describe("a window is let in", () => {
  const refused = (window: TestWindow) =>
    soon(() => expect(window.refusals.at(0)?.why).toBeDefined()).then(() => window.refusals[0]?.why);

  it("with the right to the story only", async () => {
    const [author, stranger] = [await aStaff({ role: "author" }), await aStaff({ role: "contributor" })];
    const { storyId } = await aStory({ by: author.actor });
    expect(await refused(await opened({ person: stranger, storyId }))).toBe("barred");
    expect(await refused(await opened({ person: author, storyId: newId() }))).toBe("barred");
    expect(await refused(await opened({ person: author, storyId: "no story" }))).toBe("barred");
    expect(await refused(await opened({ person: { ...author, token: "made up" }, storyId }))).toBe("signedOut");
    expect(await refused(await opened({ person: author, storyId, claims: stranger.id }))).toBe("otherPerson");
    expect(await refused(await opened({ person: author, storyId, schema: 1_000 }))).toBe("unavailable");
    expect(await refused(await opened({ person: author, storyId, generation: 7 }))).toBe("startOver");
    await deskDb().storyDocument.update({ where: { storyId }, data: { schema: 900 } });
    expect(await refused(await opened({ person: author, storyId }))).toBe("outdated");
  });

  it("from a page of this newsroom only", async () => {
    const person = await aStaff({ role: "editor" });
    const { storyId } = await aStory();
    const foreign = await opened({ person, storyId, origin: "https://evil.example" });
    const ours = await opened({ person, storyId });
    await synced(ours);
    expect(foreign.news).toEqual([]);
    expect(foreign.text()).toBe("");
  });

  it("to look and not to write, where that is the right of its person", async () => {
    const [author, reader] = [await aStaff({ role: "author" }), await aStaff({ role: "author" })];
    const { storyId } = await aStory({ by: author.actor });
    const [writing, looking] = [await opened({ person: author, storyId }), await opened({ person: reader, storyId })];
    await synced(writing);
    await soon(() => expect(looking.provider.authorizedScope).toBe("readonly"));
    looking.write("Not mine to write.");
    writing.write("For all to read.");
    await soon(() => expect(looking.text()).toContain("For all to read."));
    await synced(writing);
    expect(writing.text()).not.toContain("Not mine");
    expect(await storedText(storyId)).not.toContain("Not mine");
  });
});

describe("a window is shown out within five seconds, and stores nothing more", () => {
  const lose = async (change: (person: Awaited<ReturnType<typeof aStaff>>, storyId: string) => Promise<unknown>) => {
    const person = await aStaff({ role: "author" });
    const { storyId } = await aStory({ by: person.actor });
    const window = await opened({ person, storyId });
    await synced(window);
    const since = Date.now();
    await change(person, storyId);
    window.write("After the end.");
    await soon(() => expect(window.refusals.at(-1)?.why).toBe("changed"));
    expect(Date.now() - since).toBeLessThan(5_000);
    expect(await storedText(storyId)).not.toContain("After the end.");
    expect(window.text()).toContain("After the end.");
  };
  it("when its session ends", () =>
    lose(({ id }) => deskDb().staffSession.updateMany({ where: { staffId: id }, data: { endedAt: new Date() } })));
  it("when its person is deactivated", () =>
    lose(({ id }) => deskDb().staff.update({ where: { id }, data: { deactivatedAt: new Date() } })));

  it.each([
    [
      "when the story closes to all but a circle",
      (storyId: string) =>
        deskDb().story.update({
          where: { id: storyId },
          data: { confidential: true, circle: { create: { staffId: circle } } },
        }),
    ],
    [
      "when the story is given to somebody else",
      (storyId: string) => deskDb().story.update({ where: { id: storyId }, data: { assigneeId: circle } }),
    ],
    [
      "when their last assignment in it is withdrawn",
      (storyId: string) => deskDb().assignment.updateMany({ where: { storyId }, data: { withdrawnAt: new Date() } }),
    ],
  ])("%s", async (what, change) => {
    const [isGiven, isToFile] = [what.includes("given"), what.includes("assignment")];
    const person = await aStaff({ role: isGiven || isToFile ? "contributor" : "editor" });
    const { storyId } = await aStory();
    if (isToFile) await anAssignment({ storyId, staffId: person.id });
    if (isGiven) await deskDb().story.update({ where: { id: storyId }, data: { assigneeId: person.id } });
    const window = await opened({ person, storyId });
    await synced(window);
    window.write("While it was theirs.");
    await synced(window);
    const since = Date.now();
    await change(storyId);
    window.write("After the end.");
    await soon(() => expect(window.refusals.at(-1)?.why).toMatch(/changed|barred/));
    expect(Date.now() - since).toBeLessThan(5_000);
    const text = await storedText(storyId);
    expect([text.includes("While it was theirs."), text.includes("After the end.")]).toEqual([true, false]);
  });
  it("when its story is spiked", () =>
    lose(({ actor }, storyId) => spikeStory(actor, { storyId, version: 1, reason: "Not now." })));

  it("when nobody types: the right is looked at, not only asked for at each word", async () => {
    const person = await aStaff({ role: "editor" });
    const { storyId } = await aStory();
    const window = await opened({ person, storyId });
    await synced(window);
    const since = Date.now();
    await deskDb().staff.update({ where: { id: person.id }, data: { role: "contributor" } });
    await soon(() => expect(window.refusals.at(-1)?.why).toBe("changed"));
    expect(Date.now() - since).toBeLessThan(5_000);
  });

  it("when an editor that knows more writes in the same story", async () => {
    const { storyId } = await aStory();
    const old = await opened({ person: await aStaff({ role: "editor" }), storyId });
    await synced(old);
    await deskDb().storyDocument.update({ where: { storyId }, data: { schema: 900 } });
    old.write("Of the old editor.");
    await soon(() => expect(old.refusals.at(-1)?.why).toBe("changed"));
    expect(await storedText(storyId)).not.toContain("old editor");
  });
});

describe("bad input", () => {
  const paragraph = (window: TestWindow) => window.doc.getXmlFragment("body").get(0) as Y.XmlElement;
  const first = (window: TestWindow) => paragraph(window).get(0) as Y.XmlText;
  it.each<[string, (window: TestWindow) => void]>([
    ["an unknown block", (window) => window.doc.getXmlFragment("body").push([new Y.XmlElement("iframe")])],
    ["a script link", (window) => first(window).format(0, 3, { link: { href: "javascript:alert(1)" } })],
    ["a rule in a paragraph", (window) => paragraph(window).push([new Y.XmlElement("horizontalRule")])],
    ["a NUL", (window) => first(window).insert(0, "a\u0000b")],
  ])("such as %s is refused, told, and never part of the text", async (_what, change) => {
    const { storyId } = await aStory();
    const [bad, good] = [
      await opened({ person: await aStaff({ role: "editor" }), storyId }),
      await opened({ person: await aStaff({ role: "editor" }), storyId }),
    ];
    await Promise.all([synced(bad), synced(good)]);
    change(bad);
    await soon(() => expect(bad.refusals.at(-1)).toMatchObject({ why: "unfit", words: expect.stringMatching(/./) }));
    good.write("The others go on.");
    await synced(good);
    expect(await storedText(storyId)).toBe("Lorries wait.\nThe others go on.");
  });

  it("that only the look at the whole finds is put aside, and the last good text stands", async () => {
    const person = await aStaff({ role: "editor" });
    const { storyId } = await aStory();
    const window = await opened({ person, storyId });
    await synced(window);
    window.write("A good paragraph.");
    await synced(window);
    window.doc.getXmlFragment("body").push([anUnfitCrosshead()]);
    await soon(() => expect(window.refusals.at(-1)?.why).toBe("startOver"));
    expect(await ownPutAside(person.actor, storyId)).toMatchObject({ words: "", isCut: false });
    expect(await storedText(storyId)).toBe("Lorries wait.\nA good paragraph.");
    expect(await deskDb().quarantinedUpdate.count({ where: { storyId } })).toBe(1);
    const anew = await opened({ person, storyId, generation: 2 });
    await soon(() => expect(anew.text()).toContain("A good paragraph."));
    anew.write("And on.");
    await synced(anew);
    expect(await storedText(storyId)).toBe("Lorries wait.\nA good paragraph.\nAnd on.");
  });

  it("gives its words back to who sent it, and to nobody else", async () => {
    const [person, other] = [await aStaff({ role: "editor" }), await aStaff({ role: "editor" })];
    const { storyId } = await aStory();
    const [window, beside] = [await opened({ person, storyId }), await opened({ person: other, storyId })];
    await Promise.all([synced(window), synced(beside)]);
    beside.write("Of somebody else.");
    await synced(beside);
    const unfit = anUnfitCrosshead("Words in an ", "unfit crosshead.");
    window.doc.transact(() => window.doc.getXmlFragment("body").insert(0, [unfit]));
    for (const one of [window, beside]) await soon(() => expect(one.refusals.at(-1)?.why).toBe("startOver"));
    const aside = await ownPutAside(person.actor, storyId);
    expect(aside).toEqual({ at: expect.any(Date), words: "Words in an \nunfit crosshead.", isCut: false });
    for (const actor of [other.actor, (await aStaff({ role: "admin" })).actor])
      expect(await ownPutAside(actor, storyId)).toBeNull();
    expect(await storedText(storyId)).toContain("Of somebody else.");
    // Whoever else says that they have looked does not take it from them; once they have, they are left alone.
    const upTo = aside?.at.toISOString() ?? "";
    await seePutAside(other.actor, { storyId, upTo });
    expect(await ownPutAside(person.actor, storyId)).toEqual(aside);
    await seePutAside(person.actor, { storyId, upTo });
    expect(await ownPutAside(person.actor, storyId)).toBeNull();
    expect(await deskDb().quarantinedUpdate.count({ where: { storyId } })).toBe(1);
  });

  it("in a flood slows its window down and nobody else", async () => {
    const { storyId } = await aStory();
    const [flood, beside, calm] = [
      await opened({ person: await aStaff({ role: "editor" }), storyId }),
      await opened({ person: await aStaff({ role: "editor" }), storyId }),
      await opened({ person: await aStaff({ role: "editor" }), storyId: (await aStory()).storyId }),
    ];
    await Promise.all([synced(flood), synced(beside), synced(calm)]);
    for (let n = 0; n < 1_500; n++) first(flood).insert(0, "x");
    for (const words of ["Calm words.", "More of them.", "The last."]) {
      beside.write(words);
      calm.write(words);
      await Promise.all([synced(beside), synced(calm)]);
    }
    // Not one word of the others had to wait for the end of the flood, in its own story either.
    expect(flood.provider.unsyncedChanges).toBeGreaterThan(0);
    expect(await storedText(storyId)).toContain("Calm words.\nMore of them.\nThe last.");
  });

  it("a whole newspaper in one headline is kept, and told", async () => {
    const person = await aStaff({ role: "editor" });
    const { storyId } = await aStory();
    const window = await opened({ person, storyId });
    await synced(window);
    ((window.doc.getXmlFragment("headline").get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, "x".repeat(400));
    await soon(() =>
      expect(window.news.at(-1)).toMatchObject({ kind: "length", tooLong: expect.stringMatching(/under 300/) }),
    );
    const stored = mergedDocument([Y.encodeStateAsUpdate(newestDocument(await storedDocument(deskDb(), storyId)))]);
    expect(stored.getXmlFragment("headline").toString()).toContain("x".repeat(400));
  });
});

it("who is here is known at the desk, idle or not, to who may read the story", async () => {
  const [author, stranger] = [
    await aStaff({ role: "author", name: "Nurlan Asanov" }),
    await aStaff({ role: "contributor" }),
  ];
  const { storyId } = await aStory({ by: author.actor });
  const window = await opened({ person: author, storyId });
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
    await opened({ person: await aStaff({ role: "editor", name: "Anna" }), storyId }),
    await opened({ person: await aStaff({ role: "editor", name: "Boris" }), storyId }),
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
