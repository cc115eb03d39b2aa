import "server-only";
import { schemaNumber } from "../../body/schema-number.ts";
import { command } from "../../kernel/command.ts";
import { newId } from "../../kernel/ids.ts";
import { readingOf } from "../document/document.ts";
import { bytes, storedDocument } from "../document/document-store.ts";
import { grammarMend } from "../document/mended-grammar.ts";
import { standingOf } from "../document/quarantine.ts";
import { tellDocument, typistOf } from "../document/typing.ts";
import { MendText } from "../schema.ts";
import { storyInHand } from "../story-at-hand.ts";

/** Brings a text into order that fitted for each who wrote in it and does not for all together. Answers whether it fits now. */
export const mendText = command({
  name: "story.mend_text",
  input: MendText,
  async run({ now, tx }, { storyId }): Promise<{ fits: boolean }> {
    await storyInHand(tx, storyId);
    const stored = await storedDocument(tx, storyId, true);
    if (stored.schema > schemaNumber) return { fits: false };
    const doc = standingOf([stored.state, ...stored.updates.map(({ update }) => update)]);
    if (!doc) return { fits: false };
    if (!readingOf(doc).unfit) return { fits: true };
    const mend = grammarMend(doc);
    if (!mend) return { fits: false };
    const seq = stored.seq + 1;
    await tx.documentUpdate.create({
      data: { storyId, seq, writeId: newId(), staffId: null, update: bytes(mend.update), at: now },
    });
    await tx.storyDocument.update({ where: { storyId }, data: { seq } });
    if (mend.typedBy !== null) {
      const staffId = await typistOf(storyId, mend.typedBy, tx);
      await tx.documentClient.create({ data: { storyId, clientId: mend.client, staffId, since: now } });
    }
    await tellDocument(tx, storyId, seq);
    return { fits: true };
  },
});
