import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden } from "../../kernel/faults.ts";
import { canEmbargoStory } from "../policy.ts";
import { liftEmbargo, placeUnderEmbargo } from "../publication/embargo.ts";
import { SetEmbargo } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/** Promises not to publish before an instant. A live story is hidden until then. `until: null` lifts the promise. */
export const setEmbargo = command({
  name: "story.embargo",
  input: SetEmbargo,
  async run(context, { storyId, version, until }) {
    const { actor, now, tx } = context;
    const story = await storyInHandOf(context, storyId);
    if (!canEmbargoStory(actor, story)) throw forbidden("Only editors set embargoes.");
    demandVersion(story, version);
    if (until) {
      const early = await tx.plan.findFirst({
        where: {
          storyId,
          verb: { not: "withdraw" },
          at: { lt: until },
          doneAt: null,
          cancelledAt: null,
          failedAt: null,
        },
      });
      if (early)
        throw conflict("A plan would publish this story before the embargo ends. Please move or cancel it first.");
    }
    await tx.story.update({
      where: { id: storyId },
      data: { embargoUntil: until, changedAt: now, version: { increment: 1 } },
    });
    if (until && until > now) await placeUnderEmbargo(context, story, until);
    else await liftEmbargo(context, story);
    return { version: version + 1 };
  },
});
