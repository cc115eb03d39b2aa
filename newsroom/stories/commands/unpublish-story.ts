import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden } from "../../kernel/faults.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { canUnpublishStory } from "../policy.ts";
import { withdraw } from "../publication/withdrawal.ts";
import { UnpublishStory } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/** Takes a live story back quietly: its address answers as if it had never been. */
export const unpublishStory = command({
  name: "story.unpublish",
  input: UnpublishStory,
  async run(context, { storyId, version, reason }) {
    const story = await storyInHandOf(context, storyId);
    if (!canUnpublishStory(context.actor, story, await newsroomSettings(context.tx)))
      throw forbidden("You may not unpublish this story.");
    demandVersion(story, version);
    if (story.publication !== "live") throw conflict("This story is not live.");
    await withdraw(context, story, "unpublished", reason ?? null);
    return { version: version + 1 };
  },
});
