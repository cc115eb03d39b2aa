import "server-only";
import { command } from "../../kernel/command.ts";
import { forbidden } from "../../kernel/faults.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { canCorrectStory } from "../policy.ts";
import { demandCorrectable } from "../publication/publication.ts";
import { goLiveAfterWindow } from "../publication/undo-window.ts";
import { CorrectStory } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/** Corrects as the desk does: text and note go out together, once the newsroom's undo window is over. */
export const correctFromDesk = command({
  name: "story.correct_from_desk",
  input: CorrectStory,
  async run(context, { storyId, version, seq, kind, note, place, isPublic }) {
    const found = await storyInHandOf(context, storyId);
    if (!canCorrectStory(context.actor, found, await newsroomSettings(context.tx)))
      throw forbidden("You may not correct this story.");
    demandVersion(found, version);
    demandCorrectable(found);
    return goLiveAfterWindow(context, found, { verb: "correct", seq, said: { kind, note, place, isPublic } });
  },
});
