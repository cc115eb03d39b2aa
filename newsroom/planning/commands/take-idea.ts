import "server-only";
import { staffIdOf } from "../../kernel/actor.ts";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden } from "../../kernel/faults.ts";
import { canTakeStory } from "../../stories/policy.ts";
import { demandVersion, storyInHandOf } from "../../stories/story-at-hand.ts";
import { stages } from "../../workflow/queries.ts";
import { wayToWriter } from "../../workflow/stages.ts";
import { TakeIdea } from "../schema.ts";

/**
 * Takes an idea up to write it: it becomes the actor's own, unless it is somebody's already. It goes where the workflow lets it be
 * moved to be written. Sent twice, it is taken once.
 * @throws Fault conflict if it is being written, or waits at a stage from which the workflow knows no such move
 */
export const takeIdea = command({
  name: "story.take",
  input: TakeIdea,
  async run(context, { storyId, version }) {
    const { actor, now, tx, emit } = context;
    const story = await storyInHandOf(context, storyId);
    const isTaken =
      story.standsAt.meaning === "writing" && story.assigneeId !== null && story.assigneeId === staffIdOf(actor);
    if (isTaken && story.version === version + 1) return { version: story.version };
    if (story.standsAt.meaning !== "idea") throw conflict("Somebody has taken this idea up already.");
    if (!canTakeStory(actor, story))
      throw forbidden(story.assigneeId ? "This idea was given to somebody else." : "You may not take this idea up.");
    demandVersion(story, version);
    const way = wayToWriter(await stages(tx), story.stage);
    if (!way.to) throw conflict(way.problem);
    const to = way.to.key;
    const writer = story.assigneeId ?? staffIdOf(actor);
    await tx.story.update({
      where: { id: storyId },
      data: { stage: to, assigneeId: writer, changedAt: now, version: { increment: 1 } },
    });
    emit({ type: "story.taken", subject: storyId, payload: { from: story.stage, to } });
    if (writer && !story.assigneeId)
      emit({ type: "story.assigned", subject: storyId, payload: { from: null, to: writer } });
    return { version: version + 1 };
  },
});
