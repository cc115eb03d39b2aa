import "server-only";
import { command } from "../../kernel/command.ts";
import { forbidden } from "../../kernel/faults.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { canPublishStory } from "../policy.ts";
import { goLiveAfterWindow } from "../publication/undo-window.ts";
import { PublishStory } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/** Publishes what the publisher saw, as the desk does: once the newsroom's undo window is over. */
export const publishFromDesk = command({
  name: "story.publish_from_desk",
  input: PublishStory,
  async run(context, { storyId, version, seq, isPublic }) {
    const found = await storyInHandOf(context, storyId);
    if (!canPublishStory(context.actor, found, await newsroomSettings(context.tx)))
      throw forbidden("You may not publish this story.");
    demandVersion(found, version);
    return goLiveAfterWindow(context, found, {
      verb: found.publication === "live" ? "update" : "publish",
      seq,
      said: isPublic !== undefined && found.firstPublishedAt ? { kind: null, isPublic } : null,
    });
  },
});
