import "server-only";
import { schemaNumber } from "../../body/schema-number.ts";
import { command } from "../../kernel/command.ts";
import { newId } from "../../kernel/ids.ts";
import { bytes, storedDocument } from "../document/document-store.ts";
import { sortOut } from "../document/quarantine.ts";
import { tellDocument } from "../document/typing.ts";
import { QuarantineText } from "../schema.ts";
import { storyInHand } from "../story-at-hand.ts";

/**
 * Puts a text that does not fit back to what fits: the bad updates are kept apart, and whoever has the document open starts over.
 * Answers how many were put aside.
 */
export const quarantineText = command({
  name: "story.quarantine_text",
  input: QuarantineText,
  async run({ now, tx, emit }, { storyId }): Promise<{ aside: number }> {
    await storyInHand(tx, storyId);
    const stored = await storedDocument(tx, storyId, true);
    // To this program what a newer one knows looks like what no editor makes.
    if (stored.schema > schemaNumber) return { aside: 0 };
    const since = stored.updates.filter(({ seq }) => seq > stored.stateSeq);
    const { good, aside } = sortOut(stored.state, since);
    if (aside.length === 0) return { aside: 0 };
    await tx.quarantinedUpdate.createMany({
      data: aside.flatMap(({ at, why }) => {
        const bad = since[at];
        return bad ? [{ id: newId(), storyId, staffId: bad.staffId, update: bytes(bad.update), why, at: now }] : [];
      }),
    });
    await tx.documentUpdate.deleteMany({ where: { storyId } });
    const seq = stored.seq + 1;
    await tx.storyDocument.update({
      where: { storyId },
      data: { state: bytes(good), stateSeq: seq, seq, settledSeq: 0, generation: { increment: 1 } },
    });
    await tellDocument(tx, storyId, seq);
    emit({ type: "story.text_quarantined", subject: storyId, payload: { updates: aside.length } });
    return { aside: aside.length };
  },
});
