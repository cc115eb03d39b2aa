import "server-only";
import { plainText } from "../../body/text.ts";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden, invalid } from "../../kernel/faults.ts";
import { stages } from "../../workflow/queries.ts";
import { isWithWriter, wayToDesk } from "../../workflow/stages.ts";
import { textOf } from "../document/document.ts";
import { demandSeen, newestDocument, storedDocument } from "../document/document-store.ts";
import { canSubmitStory } from "../policy.ts";
import { cutRevision } from "../revisions/revisions.ts";
import { SubmitStory } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/**
 * Hands a story in for editing, with a revision of what was handed in.
 * @throws Fault conflict where the workflow leads to no stage for editing from here, and if text was stored that its sender has not seen
 */
export const submitStory = command({
  name: "story.submit",
  input: SubmitStory,
  async run(context, { storyId, version, seq }) {
    const { actor, now, tx, emit } = context;
    const story = await storyInHandOf(context, storyId);
    if (!canSubmitStory(actor, story)) throw forbidden("You may not submit this story.");
    demandVersion(story, version);
    if (!isWithWriter(story.standsAt.meaning)) throw conflict("This story has been handed in already.");
    const way = wayToDesk(await stages(tx), story.stage);
    if (!way.to) throw conflict(way.problem);
    const to = way.to.key;
    const stored = await storedDocument(tx, storyId, true);
    demandSeen(stored, seq);
    const text = textOf(newestDocument(stored));
    if (text.headline.trim() === "" && plainText(text.body).trim() === "")
      throw invalid([{ path: "body", message: "There is nothing to hand in yet." }]);
    await cutRevision(context, story, text, {
      kind: "submitted",
      documentSeq: stored.seq,
      storyVersion: version + 1,
    });
    await tx.story.update({
      where: { id: storyId },
      data: { stage: to, returnNoteId: null, changedAt: now, version: { increment: 1 } },
    });
    emit({ type: "story.submitted", subject: storyId, payload: { from: story.stage, to } });
    return { version: version + 1 };
  },
});
