// While a newer program is let in, or after it was taken back, this one meets text that it does not know all of: no harm comes to that.
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { deskDb } from "#lib/db/desk";
import { schemaNumber } from "#newsroom/body/schema-number";
import { newId } from "#newsroom/kernel/ids";
import { aStaff } from "#newsroom/people/testing";
import { newestDocument, storedDocument } from "#newsroom/stories/document/document-store";
import { tellDocument } from "#newsroom/stories/document/typing";
import { settleLeftTexts } from "#newsroom/stories/jobs";
import { aNewsroom, aStory, typed } from "#newsroom/stories/testing";
import { aBrowser, anEditor } from "../../testing/editor-window.ts";
import { aCollabServer, type Served } from "./testing.ts";

let at: Served;
beforeAll(async () => {
  await aNewsroom();
  at = await aCollabServer();
});
afterAll(() => at.close());

const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 9_000, interval: 10 });

/** As a newer program stores it, in which there is one more kind of block. */
async function typedByNewer(storyId: string): Promise<void> {
  const stored = await storedDocument(deskDb(), storyId);
  const doc = newestDocument(stored);
  const before = Y.encodeStateVector(doc);
  const timeline = new Y.XmlElement("timeline");
  timeline.insert(0, [new Y.XmlText("Six in the morning: the pass is closed.")]);
  doc.getXmlFragment("body").push([timeline]);
  const update = Buffer.from(Y.encodeStateAsUpdate(doc, before));
  const seq = stored.seq + 1;
  await deskDb().$transaction(async (tx) => {
    const at = new Date(Date.now() - 60_000);
    await tx.documentUpdate.create({ data: { storyId, seq, writeId: newId(), update, at } });
    await tx.storyDocument.update({ where: { storyId }, data: { seq, schema: schemaNumber + 1 } });
    await tellDocument(tx, storyId, seq);
  });
}

const standing = async (storyId: string) => {
  const { generation, schema } = await storedDocument(deskDb(), storyId);
  const aside = await deskDb().quarantinedUpdate.count({ where: { storyId } });
  return {
    generation,
    schema,
    aside,
    body: newestDocument(await storedDocument(deskDb(), storyId))
      .getXmlFragment("body")
      .toString(),
  };
};
const untouched = {
  generation: 1,
  schema: schemaNumber + 1,
  aside: 0,
  body: expect.stringContaining("Six in the morning"),
};

it("in a story that is open here, and in which somebody types: they are shown out, and nothing is put aside", async () => {
  const person = await aStaff({ role: "editor" });
  const { storyId } = await aStory();
  const window = await anEditor(await aBrowser(at.url, person), person, storyId);
  await soon(() => expect(window.sync.state().kind).toBe("saved"));
  window.write("Typed in the older window.");
  await window.sync.flush();
  await typedByNewer(storyId);
  await soon(() => expect(window.sync.state().kind).toBe("outdated"));
  await at.close();
  expect(await standing(storyId)).toEqual(untouched);
  expect((await standing(storyId)).body).toContain("Typed in the older window.");
  window.close();
  at = await aCollabServer();
});

it("in a story that was left by a newer program which is gone, and another text comes to rest beside it", async () => {
  const [{ storyId }, { storyId: beside }] = [await aStory(), await aStory()];
  await typedByNewer(storyId);
  await typed(beside, "Typed.");
  await deskDb().storyDocument.update({ where: { storyId: beside }, data: { settledSeq: 0 } });
  await settleLeftTexts(new Date(Date.now() + 60_000));
  expect(await standing(storyId)).toEqual(untouched);
  expect(await deskDb().storyDocument.findUnique({ where: { storyId: beside } })).toMatchObject({ settledSeq: 1 });
});

it("a text with a gap holds up no other from coming to rest", async () => {
  const [{ storyId }, { storyId: beside }] = [await aStory(), await aStory()];
  for (const one of [storyId, beside]) {
    await typed(one, "One.");
    await typed(one, "Two.");
    await deskDb().storyDocument.update({ where: { storyId: one }, data: { settledSeq: 0 } });
  }
  await deskDb().documentUpdate.deleteMany({ where: { storyId, seq: 1 } });
  for (let round = 0; round < 2; round++) await settleLeftTexts(new Date(Date.now() + 60_000));
  expect(await deskDb().storyDocument.findUnique({ where: { storyId: beside } })).toMatchObject({ settledSeq: 2 });
});
