import { beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { deskDb } from "#lib/db/desk";
import { schemaNumber } from "../../body/schema-number.ts";
import { plainText } from "../../body/text.ts";
import type { StaffActor } from "../../kernel/actor.ts";
import { newId } from "../../kernel/ids.ts";
import { changeStory } from "../commands/change-story.ts";
import { createStory } from "../commands/create-story.ts";
import { writeStory } from "../commands/write-story.ts";
import { deskStory } from "../queries.ts";
import { storyRevisions, storyState } from "../revisions/revision-queries.ts";
import { aNewsroom, aPerson, aStory, aTag, typed, typing } from "../testing.ts";
import { mergedDocument, textOf } from "./document.ts";
import { storyDocument } from "./document-queries.ts";

let author: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  author = await aPerson("author");
});

const textNow = async (storyId: string) => {
  const { update } = await storyDocument(author, storyId);
  return plainText(textOf(mergedDocument([Buffer.from(update, "base64")])).body);
};

/** Types on at the end of the first paragraph. */
async function continued(storyId: string, words: string) {
  const { update, seq } = await storyDocument(author, storyId);
  const doc = mergedDocument([Buffer.from(update, "base64")]);
  const before = Y.encodeStateVector(doc);
  const paragraph = doc.getXmlFragment("body").get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (text instanceof Y.XmlText) text.insert(text.length, words);
  const typed = Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString("base64");
  return { storyId, writeId: newId(), baseSeq: seq, update: typed };
}

const conflictsOf = async (storyId: string) =>
  (await storyRevisions(author, storyId)).filter(({ kind }) => kind === "conflict").map(({ id }) => id);

describe("writing", () => {
  it("stores each update and tells the desk's list the headline and the words", async () => {
    const { storyId } = await aStory({ by: author, text: "Lorries wait." });
    expect(await writeStory(author, await typing(storyId, "For three days."))).toMatchObject({
      seq: 1,
      headline: "Snow closes the pass",
      wordCount: 5,
    });
    expect(await textNow(storyId)).toBe("Lorries wait.\nFor three days.");
    expect(await deskStory(author, storyId)).toMatchObject({ wordCount: 5, version: 1 });
  });

  it("stores a repeated send once", async () => {
    const { storyId } = await aStory({ by: author });
    const write = await typing(storyId, "Once.");
    const first = await writeStory(author, write);
    expect(await writeStory(author, write)).toEqual(first);
    expect(await textNow(storyId)).toBe("Lorries wait.\nOnce.");
  });

  it("changes nothing, not even a date, when nothing was typed", async () => {
    const { storyId } = await aStory({ by: author });
    const before = await deskStory(author, storyId);
    const { update } = await storyDocument(author, storyId);
    const later = new Date(Date.now() + 60_000);
    expect(await writeStory(author, { storyId, writeId: newId(), baseSeq: 0, update }, { now: later })).toMatchObject({
      seq: 0,
    });
    expect(await deskStory(author, storyId)).toEqual(before);
  });

  it("keeps what was sent on top of something older as a revision, and shows both", async () => {
    const { storyId } = await aStory({ by: author });
    const stale = await typing(storyId, "Mine.", 0);
    await typed(storyId, "Theirs.");
    const refused = writeStory(author, stale);
    await expect(refused).rejects.toMatchObject({ fault: "conflict", detail: { seq: 1, revisionId: stale.writeId } });
    const { detail } = await refused.catch((fault) => fault);
    expect(plainText(detail.mine.body)).toBe("Lorries wait.\nMine.");
    expect(plainText(detail.theirs.body)).toBe("Lorries wait.\nTheirs.");
    expect(await textNow(storyId)).toBe("Lorries wait.\nTheirs.");

    await expect(writeStory(author, stale)).rejects.toMatchObject({ fault: "conflict" });
    expect(await conflictsOf(storyId)).toEqual([stale.writeId]);
    const kept = await storyState(author, storyId, stale.writeId);
    expect(plainText(kept.text.body)).toBe("Lorries wait.\nMine.");

    const merged = mergedDocument([
      Buffer.from((await storyDocument(author, storyId)).update, "base64"),
      Buffer.from(stale.update, "base64"),
    ]);
    await writeStory(author, {
      storyId,
      writeId: newId(),
      baseSeq: 1,
      schema: schemaNumber,
      update: Buffer.from(Y.encodeStateAsUpdate(merged)).toString("base64"),
    });
    expect((await textNow(storyId)).split("\n").toSorted()).toEqual(["Lorries wait.", "Mine.", "Theirs."]);
  });

  it("leaves nobody's words out that a program took away, with their block, without having seen them", async () => {
    const { storyId } = await aStory({ by: author, text: "Lorries wait." });
    const { update: start } = await storyDocument(author, storyId);
    const theirs = mergedDocument([Buffer.from(start, "base64")]);
    const seen = Y.encodeStateVector(theirs);
    const body = theirs.getXmlFragment("body");
    const copy = body.get(0).clone();
    body.delete(0, 1);
    body.insert(0, [copy]);
    const update = Buffer.from(Y.encodeStateAsUpdate(theirs, seen)).toString("base64");
    const colleague = await aPerson("editor");
    await writeStory(colleague, await continued(storyId, " For days."));

    await expect(writeStory(author, { storyId, writeId: newId(), baseSeq: 0, update })).rejects.toMatchObject({
      fault: "conflict",
    });
    expect(await textNow(storyId)).toBe("Lorries wait. For days.");
    // It sends the same again, on top of what it was told of and did not look at.
    await writeStory(author, { storyId, writeId: newId(), baseSeq: 1, update });
    expect(await textNow(storyId)).toBe("Lorries wait. For days.");
    const known = await deskDb().documentClient.findMany({ where: { storyId, staffId: colleague.id } });
    expect(known).toHaveLength(2);
  });

  it("folds a long history into one state without losing a word or who wrote it", async () => {
    const { storyId } = await aStory({ by: author, text: "0" });
    let stale = await typing(storyId, "late", 0);
    for (let n = 1; n <= 120; n++) {
      const write = await typing(storyId, String(n));
      const first = await writeStory(author, write);
      // Sent again because its answer was lost: also the one that folds is known.
      if (n === 100) expect(await writeStory(author, write)).toEqual(first);
      if (n === 50) stale = await typing(storyId, "late");
    }
    const document = await deskDb().storyDocument.findUniqueOrThrow({
      where: { storyId },
      include: { updates: true, clients: true },
    });
    expect(document).toMatchObject({ seq: 120, stateSeq: 100 });
    expect(document.updates).toHaveLength(21);
    // One for each write, and one for what the story was created with.
    expect(document.clients).toHaveLength(121);
    expect(new Set(document.clients.map(({ staffId }) => staffId))).toEqual(new Set([author.id]));
    expect(await textNow(storyId)).toBe(Array.from({ length: 121 }, (_, n) => n).join("\n"));
    await expect(writeStory(author, stale)).rejects.toMatchObject({ fault: "conflict", detail: { seq: 120 } });
    expect(await conflictsOf(storyId)).toHaveLength(1);
  });

  it("refuses a broken update, a block that the body does not know and a future base; the good copy stands", async () => {
    const { storyId } = await aStory({ by: author });
    const send = (update: Uint8Array, baseSeq = 0) =>
      writeStory(author, { storyId, writeId: newId(), baseSeq, update: Buffer.from(update).toString("base64") });
    const strange = new Y.Doc();
    strange.getXmlFragment("body").push([new Y.XmlElement("iframe")]);
    await expect(send(new Uint8Array([9, 9, 9]))).rejects.toMatchObject({ fault: "invalid" });
    await expect(send(Y.encodeStateAsUpdate(strange))).rejects.toMatchObject({ fault: "invalid" });
    await expect(send(Y.encodeStateAsUpdate(strange), 7)).rejects.toMatchObject({ fault: "invalid" });
    await expect(writeStory(author, { storyId, writeId: newId(), baseSeq: 0, update: "%%%" })).rejects.toMatchObject({
      fault: "invalid",
    });
    expect(await textNow(storyId)).toBe("Lorries wait.");
  });

  it("answers an unknown id with notFound, and another's story with forbidden, unless one may not even know of it", async () => {
    const write = await typing((await aStory({ by: author })).storyId, "x");
    await expect(writeStory(author, { ...write, storyId: newId() })).rejects.toMatchObject({ fault: "notFound" });
    await expect(writeStory(await aPerson("author"), write)).rejects.toMatchObject({ fault: "forbidden" });
    await expect(writeStory(await aPerson("contributor"), write)).rejects.toMatchObject({ fault: "notFound" });
    await expect(writeStory(author, { ...write, storyId: "../../etc" })).rejects.toMatchObject({ fault: "invalid" });
  });
});

describe("creating", () => {
  it("twice with one id makes one story", async () => {
    const id = newId();
    expect(await createStory(author, { id })).toEqual(await createStory(author, { id }));
    await expect(createStory(await aPerson("author"), { id })).rejects.toMatchObject({ fault: "conflict" });
  });
  it("a translation joins a story that one may read, once a language", async () => {
    const hidden = await aStory({ confidential: true });
    const { storyId } = await aStory();
    const translate = (translationGroupId: string, language: string) =>
      createStory(author, { id: newId(), language, translationGroupId });
    const refused = { fault: "invalid" };
    await expect(translate(hidden.storyId, "ky")).rejects.toMatchObject(refused);
    await expect(translate(newId(), "ky")).rejects.toMatchObject(refused);
    await expect(translate(storyId, "en")).rejects.toMatchObject(refused);
    await translate(storyId, "ky");
    await expect(translate(storyId, "ky")).rejects.toMatchObject(refused);
  });
  it("refuses text that cannot be stored", async () => {
    await expect(createStory(author, { id: newId(), text: { headline: "a\u0000b" } })).rejects.toMatchObject({
      fault: "invalid",
    });
    await expect(createStory(author, { id: newId(), text: { headline: "x".repeat(10_000) } })).rejects.toMatchObject({
      fault: "invalid",
    });
    await expect(
      createStory(author, { id: newId(), text: { body: { type: "doc", content: [{ type: "iframe" }] } } }),
    ).rejects.toMatchObject({ fault: "invalid" });
  });
});

describe("columns", () => {
  it("change under the story's version", async () => {
    const { storyId, version } = await aStory({ by: author });
    const tag = await aTag("Water");
    expect(
      await changeStory(author, { storyId, version, changes: { tagIds: [tag], dateline: "Naryn" } }),
    ).toMatchObject({ version: 2 });
    await expect(changeStory(author, { storyId, version, changes: { dateline: "Osh" } })).rejects.toMatchObject({
      fault: "conflict",
      detail: { version: 2 },
    });
    expect(await deskStory(author, storyId)).toMatchObject({
      dateline: "Naryn",
      tags: [{ name: "Water" }],
      version: 2,
    });
  });
  it("say where they point at nothing", async () => {
    const { storyId, version } = await aStory({ by: author });
    await expect(
      changeStory(author, {
        storyId,
        version,
        changes: { sectionId: newId(), tagIds: [newId()], byline: [{ profileId: newId() }] },
      }),
    ).rejects.toMatchObject({
      fault: "invalid",
      issues: [{ path: "sectionId" }, { path: "tagIds" }, { path: "byline" }],
    });
  });
});
