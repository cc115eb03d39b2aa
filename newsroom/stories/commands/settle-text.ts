import "server-only";
import { schemaNumber } from "../../body/schema-number.ts";
import { command } from "../../kernel/command.ts";
import type { Issue } from "../../kernel/faults.ts";
import { noteWriters, rollAutosave } from "../document/autosave.ts";
import { readingOf } from "../document/document.ts";
import { documentAt, foldUpdates, storedDocument } from "../document/document-store.ts";
import { SettleText } from "../schema.ts";
import { storyInHand } from "../story-at-hand.ts";

export interface Settled {
  /** A part is longer than it may be. */
  tooLong: Issue | null;
  /** The text holds what no editor makes: it is not settled. */
  unfit: Issue | null;
}

/**
 * Text that several people typed comes to rest: it is looked at as a whole, lists show its headline and length, and its updates are folded.
 * `doc` is the document with the first `seq` updates, all of them stored already; `writers` are the staff who typed since it last came to rest.
 */
export const settleText = command({
  name: "story.settle_text",
  input: SettleText,
  async run(context, { storyId, seq, doc, writers }): Promise<Settled> {
    const { now, tx } = context;
    const { headline, words, tooLong, unfit } = readingOf(doc);
    const story = await storyInHand(tx, storyId);
    const [before] = await tx.$queryRaw<{ stateSeq: number; settledSeq: number; schema: number }[]>`
      select "stateSeq", "settledSeq", "schema" from "StoryDocument" where "storyId" = ${storyId}::uuid for update`;
    // What this program does not know is no fault of the text: a newer one lets it come to rest.
    if (!before || before.schema > schemaNumber) return { tooLong: null, unfit: null };
    if (unfit || before.settledSeq >= seq) return { tooLong, unfit };
    await rollAutosave(context, story, before.settledSeq, async () =>
      documentAt(await storedDocument(tx, storyId), before.settledSeq),
    );
    await noteWriters(tx, storyId, writers);
    const changedAt = new Date(Math.max(now.getTime(), story.changedAt.getTime()));
    await tx.story.update({ where: { id: storyId }, data: { headline, wordCount: words, changedAt } });
    await tx.storyDocument.update({ where: { storyId }, data: { settledSeq: seq } });
    await foldUpdates(tx, storyId, doc, before, seq);
    return { tooLong, unfit };
  },
});
