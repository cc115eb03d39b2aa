import "server-only";
import { command } from "../../kernel/command.ts";
import { forbidden, invalid } from "../../kernel/faults.ts";
import { textOf } from "../document/document.ts";
import { documentAt, storedDocument } from "../document/document-store.ts";
import { canWriteStory } from "../policy.ts";
import { cutRevision } from "../revisions/revisions.ts";
import { RecordRestore } from "../schema.ts";
import { storyInHandOf } from "../story-at-hand.ts";

/**
 * Keeps what a restore made as a revision that says where it came from. The restore itself was an edit like any other and is
 * stored already; that somebody typed on since is no obstacle.
 * @throws Fault forbidden; invalid if that text was never stored
 */
export const recordRestore = command({
  name: "story.record_restore",
  input: RecordRestore,
  async run(context, { storyId, seq, revisionId, revisionAt }) {
    const story = await storyInHandOf(context, storyId);
    if (!canWriteStory(context.actor, story)) throw forbidden("You may not change this story.");
    const stored = await storedDocument(context.tx, storyId, true);
    if (seq > stored.seq) throw invalid([{ path: "seq", message: "This text was never stored." }]);
    const { id } = await cutRevision(context, story, textOf(documentAt(stored, seq)), {
      kind: "restored",
      // By the time of the call an autosave may have been written over: its time is told by who looked at it.
      restoredFromId: revisionId,
      restoredFromAt: revisionAt,
      documentSeq: Math.max(seq, stored.stateSeq),
      storyVersion: story.version,
    });
    context.emit({ type: "story.restored", subject: storyId, payload: { revisionId: id, from: revisionId } });
    return { revisionId: id };
  },
});
