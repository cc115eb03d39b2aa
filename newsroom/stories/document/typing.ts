import "server-only";
import type * as Y from "yjs";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../../kernel/actor.ts";
import type { Tx } from "../../kernel/context.ts";
import { isId, newId } from "../../kernel/ids.ts";
import { actorsOfSessions } from "../../people/queries.ts";
import { idleLimit, since } from "../../people/sessions.ts";
import { atHand, canReadStory, canWriteStory, isWorking, type StoryAtHand } from "../policy.ts";
import { suggestersIn } from "./claims.ts";
import { bytes, storedDocument } from "./document-store.ts";

/** Postgres tells every instance on this channel that a story's document has more, `{storyId} {seq}`, or of new comments. */
export const documentChannel = "chapar_documents";
/** Stands in the place of `seq` when what readers have, or what is planned, changed. */
export const storyToldAs = "story";
/** Stands in the place of `seq` when it is the comments that changed. */
export const commentsToldAs = "comments";

/** A window that has, or wants, a story's document open. */
export interface Window {
  tokenHash: Uint8Array;
  storyId: string;
}

/** What of a story a right hangs on, as far as it can change under somebody who writes. */
export interface Standing {
  /** They started it, it is theirs to do, or they have an assignment in it. */
  isWorking: boolean;
  /** A circle closes it in which they are not named. */
  isClosed: boolean;
}

const standingOf = (actor: StaffActor, story: StoryAtHand): Standing => ({
  isWorking: isWorking(actor, story),
  isClosed: story.confidential && story.circle.length > 0 && story.circle.every(({ staffId }) => staffId !== actor.id),
});

export interface DocumentAccess {
  actor: StaffActor;
  mayWrite: boolean;
  /** Whose the story was when this was asked; what was typed is stored only while it is. */
  standing: Standing;
  /** What one must know to write here. */
  schema: number;
  generation: number;
}

/**
 * What the people behind these windows may do now, in their order; null for who may not even read. Two queries, however many.
 * `inUse`: the sessions in which somebody typed lately do not lapse.
 */
export async function documentAccess(
  windows: Window[],
  now: Date,
  inUse: (tokenHash: string) => boolean = () => true,
): Promise<(DocumentAccess | null)[]> {
  if (windows.length === 0) return [];
  const asked = windows.filter(({ storyId }) => isId(storyId));
  const [actors, stories] = await Promise.all([
    actorsOfSessions(unique(windows.map(({ tokenHash }) => tokenHash)), inUse, now),
    deskDb().story.findMany({
      where: { id: { in: asked.map(({ storyId }) => storyId) } },
      select: {
        id: true,
        ...atHand,
        document: { select: { schema: true, generation: true } },
      },
    }),
  ]);
  const byId = new Map(stories.map((story) => [story.id, story]));
  return windows.map(({ tokenHash, storyId }) => {
    const actor = actors.get(hex(tokenHash));
    const story = byId.get(storyId);
    if (!actor || !story?.document || !canReadStory(actor, story)) return null;
    const { document } = story;
    return { actor, mayWrite: canWriteStory(actor, story), standing: standingOf(actor, story), ...document };
  });
}

/** Who holds this session, whatever they may do. */
export async function holderOf(tokenHash: Uint8Array, now: Date): Promise<StaffActor | null> {
  return (await actorsOfSessions([tokenHash], () => false, now)).get(hex(tokenHash)) ?? null;
}

export const hex = (tokenHash: Uint8Array): string => Buffer.from(tokenHash).toString("hex");

const unique = (hashes: Uint8Array[]): Uint8Array[] => [...new Map(hashes.map((hash) => [hex(hash), hash])).values()];

export interface Typed {
  storyId: string;
  /** Made by whoever sends it on: a repeated try is stored once. */
  writeId: string;
  update: Uint8Array;
  actor: StaffActor;
  tokenHash: Uint8Array;
  standing: Standing;
  schema: number;
  generation: number;
  at: Date;
  /** Only as what follows on so many updates; null for whatever was stored before. */
  after: number | null;
  /** So many updates are known to have been stored: a database that has fewer has gone back. */
  known: number;
}

/**
 * Stores what somebody typed, in one statement that asks for their right to it once more: their session stands, their role is
 * the one that was asked about, and the story is theirs, and open to them, as it was then. Answers how many updates are stored now; null if the right, or the text it was typed on, is gone, or it does not
 * follow on `after`, or the database has gone back to before `known`.
 * Once it answers a number, it is committed, and every instance is told.
 */
export async function storeTyped(typed: Typed): Promise<number | null> {
  const { storyId, writeId, update, actor, tokenHash, standing, schema, generation, at, after, known } = typed;
  const [stored] = await deskDb().$queryRaw<{ seq: number }[]>`
    with "writer" as (
      select 1 from "StaffSession" session join "Staff" staff on staff."id" = session."staffId"
      where session."tokenHash" = ${Buffer.from(tokenHash)} and session."endedAt" is null and session."endsAt" > ${at}
        and session."lastSeenAt" > ${since(idleLimit, at)} and staff."deactivatedAt" is null
        and staff."role"::text = ${actor.role}
    ), "story" as (
      select ("createdById" = ${actor.id}::uuid) is true or ("assigneeId" = ${actor.id}::uuid) is true
          or exists (select from "Assignment" where "storyId" = story."id" and "staffId" = ${actor.id}::uuid
            and "withdrawnAt" is null) as "isWorking",
        "confidential" and exists (select from "StoryCircle" where "storyId" = story."id")
          and not exists (select from "StoryCircle" where "storyId" = story."id" and "staffId" = ${actor.id}::uuid) as "isClosed"
      from "Story" story where "id" = ${storyId}::uuid
    ), "place" as (
      update "StoryDocument" set "seq" = "seq" + 1, "schema" = greatest("schema", ${schema})
      where "storyId" = ${storyId}::uuid and "generation" = ${generation} and "schema" <= ${schema}
        and (${after}::int is null or "seq" = ${after}::int) and "seq" >= ${known}
        and exists (select 1 from "writer")
        and exists (select 1 from "story" where "isWorking" = ${standing.isWorking} and "isClosed" = ${standing.isClosed})
        and exists (select 1 from "Story" where "id" = ${storyId}::uuid and "spikedAt" is null)
      returning "seq"
    ), "stored" as (
      insert into "DocumentUpdate" ("storyId", "seq", "writeId", "staffId", "update", "at")
      select ${storyId}::uuid, "seq", ${writeId}::uuid, ${actor.id}::uuid, ${Buffer.from(update)}, ${at} from "place"
      returning "seq"
    )
    select "seq", pg_notify(${documentChannel}, ${storyId} || ' ' || "seq")::text from "stored"`;
  return stored?.seq ?? null;
}

/**
 * A database that was restored, or taken over by a copy that had not heard of everything, has fewer updates than were stored: stores all of
 * the document at once, as the next of the `known`. Answers its place; null if nothing is missing.
 */
export async function storeForgotten(
  { storyId, generation, known }: { storyId: string; generation: number; known: number },
  whole: Uint8Array,
  at: Date,
): Promise<number | null> {
  const [stored] = await deskDb().$queryRaw<{ seq: number }[]>`
    with "place" as (
      update "StoryDocument" set "seq" = ${known}::int + 1
      where "storyId" = ${storyId}::uuid and "generation" = ${generation} and "seq" < ${known}
      returning "seq"
    ), "stored" as (
      insert into "DocumentUpdate" ("storyId", "seq", "writeId", "update", "at")
      select ${storyId}::uuid, "seq", ${newId()}::uuid, ${Buffer.from(whole)}, ${at} from "place"
      returning "seq"
    )
    select "seq", pg_notify(${documentChannel}, ${storyId} || ' ' || "seq")::text from "stored"`;
  return stored?.seq ?? null;
}

/** Tells every instance, once this transaction is committed, that the document has more. */
export async function tellDocument(tx: Tx, storyId: string, seq: number): Promise<void> {
  await tx.$queryRaw`select pg_notify(${documentChannel}, ${`${storyId} ${seq}`})::text`;
}

/** Tells every instance, once this transaction is committed, that readers have something else of the story, or that a plan changed. */
export async function tellStory(tx: Tx, storyId: string): Promise<void> {
  await tx.$queryRaw`select pg_notify(${documentChannel}, ${`${storyId} ${storyToldAs}`})::text`;
}

/** Tells every instance, once this transaction is committed, that people said something about the story. */
export async function tellComments(tx: Tx, storyId: string): Promise<void> {
  await tx.$queryRaw`select pg_notify(${documentChannel}, ${`${storyId} ${commentsToldAs}`})::text`;
}

/** After a try of which nobody knows whether it arrived: the place of this write, if it is stored. */
export async function placeOf(writeId: string): Promise<number | null> {
  const row = await deskDb().documentUpdate.findUnique({ where: { writeId }, select: { seq: true } });
  return row?.seq ?? null;
}

/** Notes who types as which Yjs clients: attribution that survives folding. */
export async function noteClients(storyId: string, clients: number[], staffId: string, since: Date): Promise<void> {
  await deskDb().documentClient.createMany({
    data: clients.map((clientId) => ({ storyId, clientId, staffId, since })),
    skipDuplicates: true,
  });
}

/** Notes whose the suggestions are that stand in a document, where nobody noted it when they were made. */
export async function noteSuggesters(storyId: string, doc: Y.Doc): Promise<void> {
  const standing = [...suggestersIn(doc)].filter((one) => one.every(isId));
  if (standing.length === 0) return;
  await deskDb().suggestionAuthor.createMany({
    data: standing.map(([suggestionId, staffId]) => ({ storyId, suggestionId, staffId })),
    skipDuplicates: true,
  });
}

/** Who types, or typed, as this Yjs client. */
export async function typistOf(
  storyId: string,
  clientId: number,
  db: Pick<Tx, "documentClient"> = deskDb(),
): Promise<string | null> {
  const row = await db.documentClient.findUnique({
    where: { storyId_clientId: { storyId, clientId } },
    select: { staffId: true },
  });
  return row?.staffId ?? null;
}

export interface OpenedDocument {
  seq: number;
  generation: number;
  /** What makes the document, one after the other. */
  updates: Uint8Array[];
}

/** A story's document as it is stored, for who was asked about already. @throws Fault notFound */
export async function openedDocument(storyId: string): Promise<OpenedDocument> {
  const { seq, generation, state, updates } = await deskDb().$transaction((tx) => storedDocument(tx, storyId), {
    isolationLevel: "RepeatableRead",
  });
  return { seq, generation, updates: [state, ...updates.map(({ update }) => update)] };
}

/**
 * What was stored after `seq`, in its order, and how much there is; null if it was folded away already, or the text was put back to an older state: then only the whole
 * document tells.
 */
export async function updatesAfter(
  storyId: string,
  { seq, generation }: { seq: number; generation: number },
): Promise<{ seq: number; later: { seq: number; update: Uint8Array }[] } | null> {
  const document = await deskDb().storyDocument.findUnique({
    where: { storyId },
    select: {
      seq: true,
      stateSeq: true,
      generation: true,
      updates: { where: { seq: { gt: seq } }, orderBy: { seq: "asc" }, select: { seq: true, update: true } },
    },
  });
  if (!document || document.generation !== generation || document.stateSeq > seq) return null;
  const later = document.updates.map(({ seq, update }) => ({ seq, update: bytes(update) }));
  return { seq: document.seq, later };
}
