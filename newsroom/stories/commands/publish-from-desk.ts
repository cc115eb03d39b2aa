import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden } from "../../kernel/faults.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { reasonNotToPublish } from "../../workflow/publication.ts";
import { sayWith } from "../change-log.ts";
import { demandOrder, makePlan } from "../plans.ts";
import { canPublishStory } from "../policy.ts";
import { cutForPublication, goLive } from "../publication.ts";
import { addressOf } from "../reach.ts";
import { PublishStory } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/**
 * Publishes what the publisher saw, as the desk does: once the newsroom's undo window is over, so that it can be taken back.
 * The plan lives in the database, whatever becomes of the publisher's window. `liveAt`: null where readers have it already.
 */
export const publishFromDesk = command({
  name: "story.publish_from_desk",
  input: PublishStory,
  async run(context, { storyId, version, seq, isPublic }) {
    const { actor, now, tx } = context;
    const found = await storyInHandOf(context, storyId);
    const settings = await newsroomSettings(tx);
    const { undoWindowSeconds, zone, language } = settings;
    if (!canPublishStory(actor, found, settings)) throw forbidden("You may not publish this story.");
    demandVersion(found, version);
    const cut = async (kind: "published" | "planned") => {
      const { story, revision } = await cutForPublication(context, found, kind, { seq });
      if (isPublic !== undefined && story.firstPublishedAt)
        await sayWith(tx, revision.id, storyId, { kind: null, note: null, isPublic });
      return { story, revision };
    };
    if (undoWindowSeconds === 0) {
      const { story, revision } = await cut("published");
      return { ...(await goLive(context, story, revision)), liveAt: null };
    }
    const at = new Date(now.getTime() + undoWindowSeconds * 1000);
    const reason = reasonNotToPublish(found, at, zone);
    if (reason) throw conflict(reason);
    const verb = found.publication === "live" ? "update" : "publish";
    await demandOrder(tx, { storyId, verb, at, zone }, now);
    const { story, revision } = await cut("planned");
    await makePlan(context, { storyId, verb, revisionId: revision.id, at, zone, isUndoable: true });
    const address = addressOf(story, language);
    return { version: version + 1, revisionId: revision.id, address, liveAt: at.toISOString() };
  },
});
