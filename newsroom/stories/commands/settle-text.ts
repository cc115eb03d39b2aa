import "server-only";
import { command } from "../../kernel/command.ts";
import type { Issue } from "../../kernel/faults.ts";
import { readingOf } from "../document.ts";
import { foldUpdates } from "../document-store.ts";
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
 * `doc` is the document with the first `seq` updates, all of them stored already.
 */
export const settleText = command({
  name: "story.settle_text",
  input: SettleText,
  async run({ now, tx }, { storyId, seq, doc }): Promise<Settled> {
    const { headline, words, tooLong, unfit } = readingOf(doc);
    if (unfit) return { tooLong, unfit };
    const story = await storyInHand(tx, storyId);
    const [stored] = await tx.$queryRaw<{ stateSeq: number }[]>`
      update "StoryDocument" set "settledSeq" = greatest("settledSeq", ${seq})
      where "storyId" = ${storyId}::uuid and "stateSeq" <= ${seq} returning "stateSeq"`;
    const changedAt = new Date(Math.max(now.getTime(), story.changedAt.getTime()));
    await tx.story.update({ where: { id: storyId }, data: { headline, wordCount: words, changedAt } });
    if (stored) await foldUpdates(tx, storyId, doc, stored, seq);
    return { tooLong, unfit };
  },
});
