import "server-only";
import { command } from "../../kernel/command.ts";
import { forbidden } from "../../kernel/faults.ts";
import { textOf } from "../document/document.ts";
import { demandSeen, newestDocument, storedDocument } from "../document/document-store.ts";
import { canWriteStory } from "../policy.ts";
import { cutRevision } from "../revisions/revisions.ts";
import { NameRevision } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/** Keeps what the caller saw as a revision with a name. The story itself stays as it is. @throws Fault conflict, forbidden */
export const nameRevision = command({
  name: "revision.name",
  input: NameRevision,
  async run(context, { storyId, version, seq, name }) {
    const story = await storyInHandOf(context, storyId);
    if (!canWriteStory(context.actor, story)) throw forbidden("You may not name a state of this story.");
    demandVersion(story, version);
    const stored = await storedDocument(context.tx, storyId, true);
    demandSeen(stored, seq);
    const { id } = await cutRevision(context, story, textOf(newestDocument(stored)), {
      kind: "checkpoint",
      name,
      documentSeq: seq,
      storyVersion: version,
    });
    context.emit({ type: "revision.named", subject: storyId, payload: { revisionId: id } });
    return { revisionId: id };
  },
});
