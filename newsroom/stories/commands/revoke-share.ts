import "server-only";
import { command } from "../../kernel/command.ts";
import { forbidden, notFound } from "../../kernel/faults.ts";
import { canShareStory } from "../policy.ts";
import { RevokeShare } from "../shares/shares.ts";
import { storyInHandOf } from "../story-at-hand.ts";

/** Shuts a link; it answers from now on as if it had never been. @throws Fault notFound, forbidden */
export const revokeShare = command({
  name: "share.revoke",
  input: RevokeShare,
  async run(context, { shareId }) {
    const { actor, now, tx, emit } = context;
    const share = await tx.shareLink.findUnique({ where: { id: shareId }, select: { storyId: true } });
    if (!share) throw notFound("link");
    const story = await storyInHandOf(context, share.storyId);
    if (!canShareStory(actor, story)) throw forbidden("You may not revoke links to this story.");
    const { count } = await tx.shareLink.updateMany({
      where: { id: shareId, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count > 0) emit({ type: "share.revoked", subject: story.id, payload: { shareId } });
    return {};
  },
});
