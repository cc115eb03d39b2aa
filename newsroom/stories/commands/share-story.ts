import "server-only";
import { z } from "zod";
import { hashOf, newToken } from "#lib/tokens";
import { type Actor, staffIdOf } from "../../kernel/actor.ts";
import type { CommandOptions } from "../../kernel/command.ts";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden } from "../../kernel/faults.ts";
import { newId } from "../../kernel/ids.ts";
import { publicationOf } from "../../workflow/publication.ts";
import { textOf } from "../document/document.ts";
import { demandSeen, newestDocument, storedDocument } from "../document/document-store.ts";
import { canShareStory } from "../policy.ts";
import { cutRevision } from "../revisions/revisions.ts";
import { mayBeShownOutside, ShareStory } from "../shares/shares.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

const day = 24 * 60 * 60 * 1000;

/** Makes a link that shows the draft to somebody outside. The link is answered this once and cannot be had again. @throws Fault conflict, forbidden */
export async function shareStory(actor: Actor, input: z.input<typeof ShareStory>, options?: CommandOptions) {
  const token = newToken();
  const { shareId, endsAt } = await share(actor, { ...input, tokenHash: hashOf(token) }, options);
  return { shareId, endsAt, path: `/preview/${token}` };
}

const share = command({
  name: "story.share",
  input: ShareStory.extend({ tokenHash: z.instanceof(Uint8Array) }),
  async run(context, { storyId, version, seq, recipient, days, mayComment, follows, tokenHash }) {
    const { actor, now, tx, emit } = context;
    const story = await storyInHandOf(context, storyId);
    if (!canShareStory(actor, story)) throw forbidden("You may not show this story to anybody outside.");
    demandVersion(story, version);
    if (story.spikedAt || !mayBeShownOutside(publicationOf(story)))
      throw conflict("This story must not be shown to anybody.");
    const stored = await storedDocument(tx, storyId, true);
    demandSeen(stored, seq);
    const revision = follows
      ? null
      : await cutRevision(context, story, textOf(newestDocument(stored)), {
          kind: "checkpoint",
          name: `Shown to ${recipient}`.slice(0, 80),
          documentSeq: seq,
          storyVersion: version,
        });
    const shareId = newId();
    const endsAt = new Date(now.getTime() + days * day);
    await tx.shareLink.create({
      data: {
        id: shareId,
        storyId,
        tokenHash: new Uint8Array(tokenHash),
        recipient,
        mayComment,
        revisionId: revision?.id ?? null,
        createdById: staffIdOf(actor),
        createdAt: now,
        endsAt,
      },
    });
    emit({ type: "share.made", subject: storyId, payload: { shareId, until: endsAt.toISOString(), mayComment } });
    return { shareId, endsAt };
  },
});
