import "server-only";
import * as Y from "yjs";
import { wordCount } from "../../body/text.ts";
import { staffIdOf } from "../../kernel/actor.ts";
import { type Command, command } from "../../kernel/command.ts";
import type { CommandContext } from "../../kernel/context.ts";
import { conflict, forbidden, invalid } from "../../kernel/faults.ts";
import { rollAutosave } from "../document/autosave.ts";
import { claimsIn, newIn } from "../document/claims.ts";
import { foreignIn, foreignWords } from "../document/claims-store.ts";
import { mergedDocument, textOf } from "../document/document.ts";
import {
  bytes,
  documentAt,
  foldUpdates,
  newestDocument,
  type StoredDocument,
  storedDocument,
  updateSince,
} from "../document/document-store.ts";
import type { StoryText } from "../document/story-text.ts";
import { hasManyItems, trialOf } from "../document/trial.ts";
import { tellDocument, typistOf } from "../document/typing.ts";
import { withUnseenWords } from "../document/unseen-words.ts";
import { updateIssue } from "../document/update-check.ts";
import { movedIn } from "../moves/moved.ts";
import { noteMoves } from "../moves/moves-store.ts";
import { canWriteStory } from "../policy.ts";
import { cutRevision } from "../revisions/revisions.ts";
import { WriteStory } from "../schema.ts";
import { type StoryInHand, storyInHandOf } from "../story-at-hand.ts";

export interface Written {
  /** How many updates are stored now: what the next write builds on. */
  seq: number;
  /** ISO instant of the commit's transaction. */
  savedAt: string;
  headline: string;
  wordCount: number;
}

/** A write that did not know what was stored meanwhile. Nothing is lost: `mine` is kept as a revision. */
interface Behind {
  seq: number;
  /** What the client lacks, a Yjs update in base64. */
  update: string;
  theirs: StoryText;
  mine: StoryText;
  revisionId: string;
}

/**
 * Stores what somebody typed: one Yjs update on top of the `baseSeq` updates that their editor holds. Once it answers, it is committed.
 * Words of others that it takes away without having seen them stay.
 * @throws Fault conflict with `Behind` in `detail`, or with the text's `schema` to who knows less; invalid if the text would not fit the story's schema
 */
export const writeStory: Command<typeof WriteStory, Written> = async (actor, input, options) => {
  const result = await writeOrKeep(actor, input, options);
  if ("mine" in result)
    throw conflict("This story was changed elsewhere since you opened it. Your text is kept.", { ...result });
  return result;
};

const writeOrKeep = command({
  name: "story.write",
  input: WriteStory,
  async run(context, { storyId, writeId, baseSeq, schema, update: base64 }): Promise<Written | Behind> {
    const { actor, now, tx } = context;
    const story = await storyInHandOf(context, storyId);
    if (!canWriteStory(actor, story)) throw forbidden("You may not write in this story.");
    const earlier = await tx.documentUpdate.findUnique({
      where: { writeId },
      select: { seq: true, storyId: true, at: true },
    });
    if (earlier && earlier.storyId !== storyId) throw conflict("This write id was used for something else.");
    if (earlier) return written(story, earlier.seq, earlier.at);

    const stored = await storedDocument(tx, storyId, true);
    if (schema < stored.schema)
      throw conflict("This text may hold what the program that writes does not know.", { schema: stored.schema });
    if (baseSeq > stored.seq)
      throw invalid([{ path: "baseSeq", message: "This change builds on text that was never stored." }]);
    const sent = new Uint8Array(Buffer.from(base64, "base64"));
    if (baseSeq < stored.seq) return keepConflict(context, story, stored, { baseSeq, update: sent, writeId });

    const before = newestDocument(stored);
    await demandFit(before, sent);
    const own = await demandOwn(context, storyId, before, sent);
    const kept = withUnseenWords(before, own);
    const update = kept?.update ?? own;
    const doc = mergedDocument([Y.encodeStateAsUpdate(before), update]);
    if (Y.equalSnapshots(Y.snapshot(before), Y.snapshot(doc))) return written(story, stored.seq, now);
    const text = textOf(doc);
    const words = wordCount(text.body);

    await rollAutosave(context, story, stored.seq, () => before);
    const seq = stored.seq + 1;
    await tx.documentUpdate.create({
      data: { storyId, seq, writeId, staffId: staffIdOf(actor), update: bytes(update), at: now },
    });
    await tx.storyDocument.update({ where: { storyId }, data: { seq, settledSeq: seq, schema } });
    await noteMoves(storyId, movedIn(before, update).moved, now, tx);
    if (kept) {
      const typist = { clientId: kept.client, staffId: await typistOf(storyId, kept.typedBy, tx) };
      await tx.documentClient.createMany({ data: [{ ...typist, storyId, since: now }], skipDuplicates: true });
    }
    await tx.story.update({
      where: { id: storyId },
      data: { headline: text.headline, wordCount: words, changedAt: now },
    });
    await foldUpdates(tx, storyId, doc, stored, seq);
    await tellDocument(tx, storyId, seq);
    return written({ headline: text.headline, wordCount: words }, seq, now);
  },
});

/** Looked at before it is applied, since applying what is nested without end would never return. @throws Fault invalid */
async function demandFit(doc: Y.Doc, update: Uint8Array): Promise<void> {
  const why =
    updateIssue(doc, update)?.why ??
    (hasManyItems(update) && (await trialOf(doc, update)) === null ? "This change takes too long to be taken." : null);
  if (why) throw invalid([{ path: "update", message: why }]);
}

/** Answers what the sender brings, without what is there already. @throws Fault invalid for what is another's */
async function demandOwn(
  { actor, now, tx }: CommandContext,
  storyId: string,
  doc: Y.Doc,
  sent: Uint8Array,
): Promise<Uint8Array> {
  const claims = claimsIn(doc, sent);
  const foreign = await foreignIn(tx, doc, claims, { storyId, staffId: staffIdOf(actor), at: now });
  if (foreign) throw invalid([{ path: "update", message: foreignWords[foreign] }]);
  return claims.repeats ? newIn(doc, sent) : sent;
}

const written = ({ headline, wordCount }: { headline: string; wordCount: number }, seq: number, at: Date): Written => ({
  seq,
  savedAt: at.toISOString(),
  headline,
  wordCount,
});

async function keepConflict(
  context: CommandContext,
  story: StoryInHand,
  stored: StoredDocument,
  { baseSeq, update, writeId }: { baseSeq: number; update: Uint8Array; writeId: string },
): Promise<Behind> {
  const base = documentAt(stored, baseSeq);
  await demandFit(base, update);
  const mine = textOf(mergedDocument([Y.encodeStateAsUpdate(base), update]));
  // The write's own id: a repeated send keeps one revision.
  const kept = await context.tx.revision.findUnique({ where: { id: writeId }, select: { storyId: true } });
  if (kept && kept.storyId !== story.id) throw conflict("This write id was used for something else.");
  if (!kept) {
    await cutRevision(context, story, mine, {
      id: writeId,
      kind: "conflict",
      documentSeq: baseSeq,
      storyVersion: story.version,
    });
    context.emit({ type: "story.conflict_kept", subject: story.id, payload: { revisionId: writeId } });
  }
  return {
    seq: stored.seq,
    update: Buffer.from(updateSince(stored, baseSeq)).toString("base64"),
    theirs: textOf(newestDocument(stored)),
    mine,
    revisionId: writeId,
  };
}
