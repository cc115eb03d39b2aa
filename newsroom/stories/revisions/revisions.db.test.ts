import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { schemaNumber } from "../../body/schema-number.ts";
import { a, b, body, money, ol, p, picture, table } from "../../body/testing.ts";
import { plainText } from "../../body/text.ts";
import type { StaffActor } from "../../kernel/actor.ts";
import { newId } from "../../kernel/ids.ts";
import { changeStory } from "../commands/change-story.ts";
import { createStory } from "../commands/create-story.ts";
import { nameRevision } from "../commands/name-revision.ts";
import { publishStory } from "../commands/publish-story.ts";
import { recordRestore } from "../commands/record-restore.ts";
import { writeStory } from "../commands/write-story.ts";
import { storyDocument, storyPreview } from "../document/document-queries.ts";
import { deskStory } from "../queries.ts";
import { aNewsroom, aPerson, aStory, typing } from "../testing.ts";
import { storyRevisions, storyState, writersSince } from "./revision-queries.ts";
import { storyDifference } from "./story-difference.ts";

let author: StaffActor;
let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  author = await aPerson("author", "Aigul");
  editor = await aPerson("editor", "Timur");
});

const start = Date.UTC(2026, 10, 25, 8);
const at = (minutes: number) => ({ now: new Date(start + minutes * 60_000) });

const types = async (actor: StaffActor, storyId: string, words: string, minutes: number) =>
  writeStory(actor, await typing(storyId, words), at(minutes));

const autosaves = async (storyId: string) =>
  (await deskDb().revision.findMany({ where: { storyId, kind: "autosave" }, select: { id: true } })).map(
    ({ id }) => id,
  );

const wordsOf = async (storyId: string, id: string) =>
  plainText((await storyState(editor, storyId, id)).text.body).replaceAll("\n", " ");

const shown = async (storyId: string) =>
  (await storyRevisions(editor, storyId)).map(({ kind, wordChange, authors }) => [kind, wordChange, authors.join("+")]);

describe("the autosave", () => {
  it("is one, and holds the text as it stood before the newest stretch of work", async () => {
    const { storyId } = await aStory({ by: author, text: "Filed." });
    await types(author, storyId, "Half past eight.", 30);
    const [first = ""] = await autosaves(storyId);
    expect(await wordsOf(storyId, first)).toBe("Filed.");
    await types(author, storyId, "Still at it.", 35);
    expect(await autosaves(storyId)).toEqual([first]);

    await types(editor, storyId, "Taken over.", 38);
    const [second = "", ...more] = await autosaves(storyId);
    expect(more).toEqual([]);
    expect(second).not.toBe(first);
    expect(await wordsOf(storyId, second)).toBe("Filed. Half past eight. Still at it.");
    await expect(storyState(editor, storyId, first)).rejects.toMatchObject({ fault: "notFound" });
    expect((await storyRevisions(editor, storyId)).at(-1)).toMatchObject({
      kind: "autosave",
      by: "Timur",
      authors: ["Aigul"],
    });
  });

  it("is not listed while it is of a blank page, or of what a revision holds already", async () => {
    const { id: storyId } = await createStory(author, { id: newId() });
    await types(author, storyId, "First words.", 0);
    await types(author, storyId, "Second words.", 1);
    expect((await storyRevisions(editor, storyId)).map(({ kind }) => kind)).toEqual(["draft"]);
    await types(author, storyId, "Third words.", 11);
    expect((await storyRevisions(editor, storyId)).map(({ kind }) => kind)).toEqual(["draft", "autosave"]);

    const { storyId: named, version } = await aStory({ by: author });
    await nameRevision(author, { storyId: named, version, seq: 0, name: "As filed" }, at(0));
    await types(author, named, "More.", 1);
    await types(author, named, "And more.", 2);
    expect((await storyRevisions(editor, named)).map(({ kind }) => kind)).toEqual(["draft", "checkpoint"]);
  });
});

describe("a named state", () => {
  it("is kept as the caller saw it, and nothing else changes", async () => {
    const { storyId, version } = await aStory({ by: author, text: "As I saw it." });
    const before = await deskStory(author, storyId);
    const { revisionId } = await nameRevision(author, { storyId, version, seq: 0, name: " Before the cuts " });
    expect(await deskStory(author, storyId)).toEqual(before);
    expect(await storyState(author, storyId, revisionId)).toMatchObject({
      row: { kind: "checkpoint", name: "Before the cuts", by: "Aigul" },
      columns: { section: "Security" },
    });
  });

  it("is the same as the draft while nobody wrote on, whatever stands in it", async () => {
    const blocks = body(
      p("See ", a(b("this"), "/x"), " for ", money("5", "KGS"), "."),
      ol("one"),
      picture(),
      table("Cells", ["a"]),
    );
    const { storyId, version } = await aStory({ by: author, body: blocks });
    const { revisionId } = await nameRevision(author, { storyId, version, seq: 0, name: "Filed" });
    const [kept, draft] = [await storyState(author, storyId, revisionId), await storyState(author, storyId, "draft")];
    expect(storyDifference(kept, draft)).toMatchObject({ isSameText: true, columns: [] });
  });

  it("is refused when text has come in, columns were changed, the name is empty or the story is another's", async () => {
    const { storyId, version } = await aStory({ by: author });
    const named = (actor: StaffActor, more = {}) =>
      nameRevision(actor, { storyId, version, seq: 0, name: "Mine", ...more });
    await expect(named(author, { name: " " })).rejects.toMatchObject({ fault: "invalid" });
    await expect(named(await aPerson("author"))).rejects.toMatchObject({ fault: "forbidden" });
    await expect(named(await aPerson("contributor"))).rejects.toMatchObject({ fault: "notFound" });
    await types(editor, storyId, "Meanwhile.", 1);
    await expect(named(author)).rejects.toMatchObject({ fault: "conflict", detail: { seq: 1 } });
    expect(await writersSince(author, { storyId, seq: 0 })).toEqual(["Timur"]);
    await changeStory(author, { storyId, version, changes: { dateline: "Osh" } });
    await expect(named(author, { seq: 1 })).rejects.toMatchObject({ fault: "conflict", detail: { version: 2 } });
  });
});

describe("the list of revisions", () => {
  it("says who wrote since the kept one before, and how many words came or went", async () => {
    const { storyId, version } = await aStory({ by: author, text: "One two three." });
    await nameRevision(author, { storyId, version, seq: 0, name: "Filed" }, at(0));
    await types(author, storyId, "Four five.", 1);
    await types(editor, storyId, "Six.", 2);
    const { version: next } = await publishStory(editor, { storyId, version, seq: 2 }, at(3));
    expect((await shown(storyId)).filter(([kind]) => kind !== "autosave")).toEqual([
      ["published", 3, "Aigul+Timur"],
      ["checkpoint", null, "Aigul"],
    ]);
    await types(editor, storyId, "Seven eight.", 4);
    expect((await shown(storyId))[0]).toEqual(["draft", 2, "Timur"]);
    expect((await storyRevisions(editor, storyId)).find(({ isLive }) => isLive)?.kind).toBe("published");
    await expect(storyState(editor, storyId, newId())).rejects.toMatchObject({ fault: "notFound" });
    await expect(storyRevisions(await aPerson("contributor"), storyId)).rejects.toMatchObject({ fault: "notFound" });
    expect(next).toBe(version + 1);
  });

  it("of one story never shows another's", async () => {
    const [one, other] = [await aStory({ by: author }), await aStory({ by: author })];
    const { revisionId } = await nameRevision(author, { ...one, name: "Of the first" });
    await expect(storyState(author, other.storyId, revisionId)).rejects.toMatchObject({ fault: "notFound" });
  });
});

describe("a restore", () => {
  it("is recorded as a revision of what it made, wherever it came from", async () => {
    const { storyId, version } = await aStory({ by: author, text: "Good." });
    const { revisionId } = await nameRevision(author, { storyId, version, seq: 0, name: "Good" }, at(0));
    await types(author, storyId, "Bad.", 1);
    await types(author, storyId, "Undone.", 2);
    await types(editor, storyId, "Typed on since.", 3);
    const { revisionId: restored } = await recordRestore(
      author,
      { storyId, seq: 2, revisionId, revisionAt: at(0).now.toISOString() },
      at(4),
    );
    expect(await storyState(author, storyId, restored)).toMatchObject({
      row: { kind: "restored", restoredFrom: { id: revisionId, at: at(0).now } },
    });
    expect(await wordsOf(storyId, restored)).toBe("Good. Bad. Undone.");
  });

  it("of text that was never stored is refused, and so is somebody who may not write", async () => {
    const { storyId } = await aStory({ by: author });
    const record = { storyId, seq: 1, revisionId: newId(), revisionAt: at(0).now.toISOString() };
    await expect(recordRestore(author, record)).rejects.toMatchObject({ fault: "invalid" });
    await expect(recordRestore(await aPerson("author"), { ...record, seq: 0 })).rejects.toMatchObject({
      fault: "forbidden",
    });
  });
});

it("reading a story in every way changes nothing, not even a date", async () => {
  const { storyId } = await aStory({ by: author });
  await types(author, storyId, "Some words.", 1);
  const rows = async () => ({
    story: await deskDb().story.findUnique({ where: { id: storyId } }),
    document: await deskDb().storyDocument.findUnique({ where: { storyId }, include: { clients: true } }),
    updates: await deskDb().documentUpdate.count({ where: { storyId } }),
    revisions: await deskDb().revision.findMany({ where: { storyId } }),
    events: await deskDb().event.count({ where: { subject: storyId } }),
  });
  const before = await rows();
  const { update, seq } = await storyDocument(editor, storyId);
  await storyPreview(editor, storyId, at(90).now);
  await storyRevisions(editor, storyId);
  await storyState(editor, storyId, "draft");
  // A window that closes sends what it holds: nothing new.
  await writeStory(editor, { storyId, writeId: newId(), baseSeq: seq, schema: schemaNumber, update }, at(90));
  expect(await rows()).toEqual(before);
});
