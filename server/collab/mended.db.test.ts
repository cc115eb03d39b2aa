// Two people each leave a text that fits, and both together one that does not: it is brought into order, and nobody has to stop writing.
import { Hocuspocus } from "@hocuspocus/server";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { deskDb } from "#lib/db/desk";
import { body, factBox, p, ul } from "#newsroom/body/testing";
import { newId } from "#newsroom/kernel/ids";
import { aStaff } from "#newsroom/people/testing";
import { mendText } from "#newsroom/stories/commands/mend-text";
import { mergedDocument, readingOf, textOf } from "#newsroom/stories/document/document";
import { openedDocument } from "#newsroom/stories/document/typing";
import { settleLeftTexts } from "#newsroom/stories/jobs";
import { aNewsroom, aStory, theProgram } from "#newsroom/stories/testing";
import { aBrowser, anEditor, type TestEditor } from "../../testing/editor-window.ts";
import { aCollabServer, type Served } from "./testing.ts";

let at: Served;
beforeAll(async () => {
  await aNewsroom();
  at = await aCollabServer();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => at.close());

const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 9_000, interval: 10 });
const saved = ({ sync }: TestEditor) => soon(() => expect(sync.state().kind).toBe("saved"));
const blockAt = (doc: Y.Doc, place: number) => doc.getXmlFragment("body").get(place) as Y.XmlElement;
const line = (name: string, words: string) => {
  const made = new Y.XmlElement(name);
  made.insert(0, [new Y.XmlText(words)]);
  return made;
};
const storedBody = async (storyId: string) => textOf(mergedDocument((await openedDocument(storyId)).updates)).body;

it("what merging broke is put right in every window and in the database, and nothing is put aside", async () => {
  const [away, home] = [await aStaff({ role: "editor" }), await aStaff({ role: "editor" })];
  const { storyId } = await aStory({ body: body(p("Lorries wait."), ul("one", "two"), factBox("Box", "In it")) });
  const browser = await aBrowser(at.url, away);
  const train = await anEditor(browser, away, storyId);
  const desk = await anEditor(await aBrowser(at.url, home), home, storyId);
  await Promise.all([saved(train), saved(desk)]);
  browser.cut();
  await soon(() => expect(train.sync.state().kind).toBe("offline"));

  blockAt(desk.doc, 1).delete(0, 1);
  desk.doc.transact(() => {
    blockAt(desk.doc, 2).delete(0, 1);
    blockAt(desk.doc, 2).insert(0, [line("paragraph", "Snow.")]);
  });
  await saved(desk);
  blockAt(train.doc, 1).delete(1, 1);
  blockAt(train.doc, 2).insert(1, [line("paragraph", "Ice.")]);
  browser.mend();
  await saved(train);

  const whole = body(p("Lorries wait."), {
    type: "factBox",
    content: [p("Snow."), p("Ice."), p("In it")],
  });
  await soon(() => {
    for (const { doc } of [train, desk]) expect(textOf(doc).body).toEqual(whole);
  });
  expect(await storedBody(storyId)).toEqual(whole);
  desk.write("And on.");
  await saved(desk);
  await soon(() => expect(train.text()).toContain("And on."));
  expect([train.startedOver, desk.startedOver]).toEqual([0, 0]);
  expect(await deskDb().quarantinedUpdate.count({ where: { storyId } })).toBe(0);
  for (const window of [train, desk]) window.close();
});

/** Two windows on a box without a title. */
async function twoOnABox() {
  const [one, other] = [await aStaff({ role: "editor" }), await aStaff({ role: "editor" })];
  const { storyId } = await aStory({ body: body({ type: "factBox", content: [p("In it")] }) });
  const windows = [
    await anEditor(await aBrowser(at.url, one), one, storyId),
    await anEditor(await aBrowser(at.url, other), other, storyId),
  ];
  const atRest = async (seq: number) => {
    const document = await deskDb().storyDocument.findUniqueOrThrow({ where: { storyId } });
    expect(document).toMatchObject({ seq, settledSeq: seq, generation: 1 });
  };
  for (const window of windows) window.write("Here.");
  await soon(() => atRest(2));
  return {
    storyId,
    atRest: (seq: number) => soon(() => atRest(seq)),
    windows,
    /** Each gives it a title, and no editor can show both. */
    breakIt() {
      for (const [at, { doc }] of windows.entries()) blockAt(doc, 0).insert(0, [line("factBoxTitle", `Title ${at}`)]);
    },
    fits: () =>
      soon(() => {
        for (const { doc } of windows) expect(readingOf(doc)).toMatchObject({ unfit: null, words: 8 });
      }),
    close() {
      expect(windows.map(({ startedOver }) => startedOver)).toEqual([0, 0]);
      for (const window of windows) window.close();
    },
  };
}

it("what editors cannot show is put right at once, and not where the text comes to rest", async () => {
  const { storyId, windows, breakIt, fits, close } = await twoOnABox();
  // The text never comes to rest.
  vi.spyOn(Hocuspocus.prototype, "storeDocumentHooks").mockResolvedValue(undefined);
  breakIt();
  await fits();
  for (const { doc } of windows) expect(textOf(doc).body).toEqual(await storedBody(storyId));
  close();
});

it("what another program put right a moment ago is in order, and nobody starts over", async () => {
  const { storyId, breakIt, fits, atRest, close } = await twoOnABox();
  const db = deskDb();
  const inTransaction = db.$transaction.bind(db);
  vi.spyOn(db, "$transaction").mockImplementationOnce(async (...settling: Parameters<typeof inTransaction>) => {
    const settled = await inTransaction(...settling);
    await mendText(theProgram, { storyId });
    await fits();
    return settled;
  });
  breakIt();
  await atRest(5);
  close();
});

it("a text that nobody has open is brought into order by the clock, and a title that is none any more is still its writer's", async () => {
  const writer = await aStaff({ role: "editor" });
  const { storyId } = await aStory({ body: body(factBox("Box", "In it")) });
  const { updates } = await openedDocument(storyId);
  const typed = mergedDocument(updates);
  const before = Y.encodeStateVector(typed);
  blockAt(typed, 0).insert(1, [line("factBoxTitle", "What we know")]);
  const at = new Date(Date.now() - 60_000);
  await deskDb().storyDocument.update({ where: { storyId }, data: { seq: 1 } });
  await deskDb().documentUpdate.create({
    data: {
      storyId,
      seq: 1,
      writeId: newId(),
      staffId: writer.id,
      update: Buffer.from(Y.encodeStateAsUpdate(typed, before)),
      at,
    },
  });
  await deskDb().documentClient.create({ data: { storyId, clientId: typed.clientID, staffId: writer.id, since: at } });

  await settleLeftTexts(new Date());
  await settleLeftTexts(new Date());
  expect(await storedBody(storyId)).toEqual(body(factBox("Box", "What we know", "In it")));
  const document = await deskDb().storyDocument.findUniqueOrThrow({ where: { storyId } });
  expect(document).toMatchObject({ seq: 2, settledSeq: 2, generation: 1 });
  expect(await deskDb().documentClient.count({ where: { storyId, staffId: writer.id } })).toBe(2);
});
