import "server-only";
import { command } from "../../kernel/command.ts";
import { forbidden } from "../../kernel/faults.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { canPublishStory } from "../policy.ts";
import { sayWith } from "../publication/change-log.ts";
import { cutForPublication, goLive } from "../publication/publication.ts";
import { PublishStory } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/** Publishes what the publisher saw: the first time, or again over what is live. */
export const publishStory = command({
  name: "story.publish",
  input: PublishStory,
  async run(context, { storyId, version, seq, isPublic }) {
    const found = await storyInHandOf(context, storyId);
    if (!canPublishStory(context.actor, found, await newsroomSettings(context.tx)))
      throw forbidden("You may not publish this story.");
    demandVersion(found, version);
    const { story, revision } = await cutForPublication(context, found, "published", { seq });
    if (isPublic !== undefined && story.firstPublishedAt)
      await sayWith(context.tx, revision.id, storyId, { kind: null, isPublic });
    return goLive(context, story, revision);
  },
});
