import "server-only";
import * as Y from "yjs";
import type { Tx } from "../../kernel/context.ts";
import { conflict, notFound } from "../../kernel/faults.ts";
import { mergedDocument } from "./document.ts";

/** Updates kept one by one before they are folded into the state. */
const foldAfter = 100;

export interface StoredDocument {
  /** How many updates were ever stored: what a client has seen. */
  seq: number;
  generation: number;
  /** What one must know to write in it. */
  schema: number;
  stateSeq: number;
  state: Uint8Array;
  updates: { seq: number; staffId: string | null; update: Uint8Array }[];
}

/** The document as stored; with `lock` nobody else writes it before this transaction ends. @throws Fault notFound */
export async function storedDocument(tx: Tx, storyId: string, lock = false): Promise<StoredDocument> {
  if (lock) await tx.$queryRaw`select 1 from "StoryDocument" where "storyId" = ${storyId}::uuid for update`;
  const document = await tx.storyDocument.findUnique({
    where: { storyId },
    select: {
      seq: true,
      generation: true,
      schema: true,
      stateSeq: true,
      state: true,
      updates: { orderBy: { seq: "asc" }, select: { seq: true, staffId: true, update: true } },
    },
  });
  if (!document) throw notFound("story");
  return document;
}

/** The document as it was when `seq` updates were stored; older than the folded state it is that state. */
export const documentAt = ({ state, updates }: StoredDocument, seq: number): Y.Doc =>
  mergedDocument([state, ...updates.filter((update) => update.seq <= seq).map(({ update }) => update)]);

export const newestDocument = (stored: StoredDocument): Y.Doc => documentAt(stored, stored.seq);

/** What a client lacks that has seen `seq` updates: later updates, or the whole state if they are folded away. */
export const updateSince = (stored: StoredDocument, seq: number): Uint8Array => {
  const later = stored.updates.filter((update) => update.seq > seq).map(({ update }) => update);
  return Y.mergeUpdates(seq < stored.stateSeq ? [stored.state, ...later] : later.length > 0 ? later : [stored.state]);
};

/** @throws Fault conflict, with what the caller lacks, if text was stored that they have not seen */
export function demandSeen(stored: StoredDocument, seq: number): void {
  if (stored.seq === seq) return;
  throw conflict("Text has come in since you looked. Please read it first.", {
    seq: stored.seq,
    update: Buffer.from(updateSince(stored, Math.min(seq, stored.seq))).toString("base64"),
  });
}

/**
 * Folds stored updates into the state once there are many. Only what is in the state is removed, and never the newest:
 * its sender may not have heard that it is stored, and send it again.
 */
export async function foldUpdates(
  tx: Tx,
  storyId: string,
  doc: Y.Doc,
  stored: Pick<StoredDocument, "stateSeq">,
  seq: number,
): Promise<void> {
  if (seq - stored.stateSeq < foldAfter) return;
  await tx.storyDocument.update({
    where: { storyId },
    data: { state: bytes(Y.encodeStateAsUpdate(doc)), stateSeq: seq },
  });
  await tx.documentUpdate.deleteMany({ where: { storyId, seq: { lt: seq } } });
}

/** A copy on a buffer of its own, as the database client wants it. */
export const bytes = (update: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(update);
