import "server-only";
import pg from "pg";
import * as Y from "yjs";
import { deskDb } from "#lib/db/desk";
import { env } from "#lib/env";
import type { Body } from "../body/body.ts";
import { schemaNumber } from "../body/schema-number.ts";
import { body, p } from "../body/testing.ts";
import { type Role, type StaffActor, system } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import { createSection } from "../sections/commands.ts";
import { foundNewsroom } from "../settings/commands.ts";
import { createTag } from "../tags/commands.ts";
import { addPicture } from "./commands/add-picture.ts";
import { createStory } from "./commands/create-story.ts";
import { writeStory } from "./commands/write-story.ts";
import { mergedDocument } from "./document/document.ts";
import { newestDocument, storedDocument } from "./document/document-store.ts";
import type { LineName } from "./document/story-text.ts";
import "../wiring.ts";

export const theProgram = system("the test");

/** A newsroom as the first start makes it: Bishkek, English, one section. */
export async function aNewsroom(): Promise<{ sectionId: string }> {
  await foundNewsroom(theProgram, { name: "The Test Paper", zone: "Asia/Bishkek", language: "en" });
  return { sectionId: await aSection("Security") };
}

export const aSection = async (name: string): Promise<string> =>
  (await createSection(theProgram, { id: newId(), name })).id;

export const aTag = async (name: string): Promise<string> => (await createTag(theProgram, { id: newId(), name })).id;

/** A person with an account, as commands see them. */
export async function aPerson(role: Role, name = `A ${role}`): Promise<StaffActor> {
  const id = newId();
  await deskDb().staff.create({ data: { id, name, role, email: `${id}@example.org`, createdAt: new Date() } });
  return { kind: "staff", id, name, role, sessionId: newId() };
}

export interface StoryWishes {
  /** Kicker, standfirst, teaser. */
  lines?: Partial<Record<LineName, string>>;
  by?: StaffActor;
  headline?: string;
  text?: string;
  sectionId?: string | null;
  tagIds?: string[];
  byline?: { profileId: string }[];
  slug?: string;
  language?: string;
  translationGroupId?: string;
  confidential?: boolean;
  leadImage?: { pictureId: string; altText: string; caption: string; credit: string };
  /** In place of a body of one paragraph. */
  body?: Body;
}

/** A draft with everything that publishing asks for. */
export async function aStory(wishes: StoryWishes = {}): Promise<{ storyId: string; version: number; seq: number }> {
  const { by, headline = "Snow closes the pass", text = "Lorries wait.", lines = {}, ...rest } = wishes;
  const { translationGroupId, language, tagIds = [], byline = [], confidential = false, slug, leadImage } = rest;
  const sectionId = rest.sectionId === undefined ? await firstSection() : rest.sectionId;
  const { id, version } = await createStory(by ?? theProgram, {
    id: newId(),
    ...(language && { language }),
    ...(translationGroupId && { translationGroupId }),
    columns: { sectionId, tagIds, byline, confidential, ...(slug && { slug }), ...(leadImage && { leadImage }) },
    text: { ...lines, headline, body: rest.body ?? body(p(text)) },
  });
  return { storyId: id, version, seq: 0 };
}

async function firstSection(): Promise<string | null> {
  return (await deskDb().section.findFirst({ orderBy: { createdAt: "asc" } }))?.id ?? null;
}

/** An open assignment as giving it leaves it. */
export async function anAssignment(wishes: {
  storyId: string;
  staffId: string;
  withdrawnAt?: Date | null;
}): Promise<string> {
  const id = newId();
  await deskDb().assignment.create({ data: { id, kind: "pictures", givenAt: new Date(), ...wishes } });
  return id;
}

/** Types a paragraph at the end of the body on top of what `baseSeq` updates made. */
export async function typing(storyId: string, words: string, baseSeq?: number) {
  const stored = await storedDocument(deskDb(), storyId);
  const doc = mergedDocument([Y.encodeStateAsUpdate(newestDocument(stored))]);
  const before = Y.encodeStateVector(doc);
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(words)]);
  doc.getXmlFragment("body").push([paragraph]);
  const update = Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString("base64");
  return { storyId, writeId: newId(), baseSeq: baseSeq ?? stored.seq, schema: schemaNumber, update };
}

/** Types and saves. */
export const typed = async (storyId: string, words: string) => writeStory(theProgram, await typing(storyId, words));

/** Proposes to add words at the end of a line, or of the body's first paragraph, and saves. */
export const suggestedWords = (storyId: string, words: string, id = newId(), part: LineName | "body" = "body") =>
  changed(storyId, part, (text) =>
    text.insert(text.length, words, { insertion: { id, by: id, at: new Date().toISOString() } }),
  );

/** Marks the first words of a line, or of the body's first paragraph, as those of a thread, and saves. */
export const markedWords = (storyId: string, threadId: string, length: number, part: LineName | "body" = "body") =>
  changed(storyId, part, (text) => text.format(0, length, { "comment--Ab3dEf9=": { id: threadId } }));

async function changed(storyId: string, part: LineName | "body", change: (text: Y.XmlText) => void) {
  const stored = await storedDocument(deskDb(), storyId);
  const doc = mergedDocument([Y.encodeStateAsUpdate(newestDocument(stored))]);
  const before = Y.encodeStateVector(doc);
  const paragraph = doc.getXmlFragment(part).get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error("There is no first paragraph with words.");
  change(text);
  const update = Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString("base64");
  return writeStory(theProgram, { storyId, writeId: newId(), baseSeq: stored.seq, schema: schemaNumber, update });
}

/** What the story's events of a type say, in their order. */
export const eventsOf = async (storyId: string, type: string) =>
  (await deskDb().event.findMany({ where: { subject: storyId, type }, orderBy: { position: "asc" } })).map(
    ({ payload }) => payload,
  );

export const notesOf = async (storyId: string) =>
  (await deskDb().storyNote.findMany({ where: { storyId }, orderBy: { at: "asc" } })).map(({ text }) => text);

/** A picture of the library without files, as its row alone. */
export async function aLibraryPicture(by?: StaffActor, wishes: { storyId?: string } = {}): Promise<string> {
  const { id } = await addPicture(by ?? theProgram, {
    id: newId(),
    storyId: wishes.storyId ?? null,
    sha256: newId().replaceAll("-", "").repeat(2),
    format: "jpeg",
    bytes: 1,
    width: 1_600,
    height: 1_000,
    words: { altText: "Lorries in snow", caption: "The pass.", credit: "Aida Bekova" },
  });
  return id;
}

/** Of a revision, as damage would leave it: the desk's login cannot write there. */
export async function writeColumns(revisionId: string | null, columns: unknown): Promise<void> {
  const owner = new pg.Client({ connectionString: env().DATABASE_OWNER_URL });
  await owner.connect();
  try {
    await owner.query(`update "Revision" set "columns" = $2 where "id" = $1`, [revisionId, JSON.stringify(columns)]);
  } finally {
    await owner.end();
  }
}
