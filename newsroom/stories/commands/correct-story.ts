import "server-only";
import { command } from "../../kernel/command.ts";
import { forbidden } from "../../kernel/faults.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { canCorrectStory } from "../policy.ts";
import { sayWith } from "../publication/change-log.ts";
import { cutForPublication, demandCorrectable, goLive } from "../publication/publication.ts";
import { CorrectStory } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/** Publishes what was put right over what is live, and tells readers: of a typo if they are to know, of all else always. */
export const correctStory = command({
  name: "story.correct",
  input: CorrectStory,
  async run(context, { storyId, version, seq, kind, note, place, isPublic }) {
    const found = await storyInHandOf(context, storyId);
    if (!canCorrectStory(context.actor, found, await newsroomSettings(context.tx)))
      throw forbidden("You may not correct this story.");
    demandVersion(found, version);
    demandCorrectable(found);
    const { story, revision } = await cutForPublication(context, found, "published", { seq });
    await sayWith(context.tx, revision.id, storyId, { kind, note, place, isPublic });
    return goLive(context, story, revision);
  },
});
