import "server-only";
import { staffIdOf } from "../../kernel/actor.ts";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden, invalid } from "../../kernel/faults.ts";
import { newId } from "../../kernel/ids.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { reasonNotToPublish } from "../../workflow/publication.ts";
import { canPlanStory } from "../policy.ts";
import { cutForPublication } from "../publication.ts";
import { PlanPublication } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/**
 * Plans that what the planner saw goes live at an instant. The plan pins its revision: later typing never goes out by itself.
 * An open plan of the same verb is replaced.
 */
export const planPublication = command({
  name: "story.plan",
  input: PlanPublication,
  async run(context, { storyId, version, seq, at, zone }) {
    const { actor, now, tx, emit } = context;
    const found = await storyInHandOf(context, storyId);
    const settings = await newsroomSettings(tx);
    if (!canPlanStory(actor, found, settings)) throw forbidden("You may not plan this story's publication.");
    demandVersion(found, version);
    if (at <= now) throw invalid([{ path: "at", message: "This time has passed. Please choose a later one." }]);
    const reason = reasonNotToPublish(found, at, settings.zone);
    if (reason) throw conflict(reason);

    const { story, revision } = await cutForPublication(context, found, "planned", { seq });
    const verb = story.publication === "live" ? "update" : "publish";
    await tx.plan.updateMany({
      where: { storyId, verb, doneAt: null, cancelledAt: null },
      data: { cancelledAt: now },
    });
    const planId = newId();
    await tx.plan.create({
      data: {
        id: planId,
        storyId,
        verb,
        revisionId: revision.id,
        at,
        zone,
        plannedById: staffIdOf(actor),
        plannedAt: now,
      },
    });
    await tx.story.update({ where: { id: storyId }, data: { changedAt: now, version: { increment: 1 } } });
    emit({ type: "plan.made", subject: storyId, payload: { planId, verb, at: at.toISOString() } });
    return { planId, version: version + 1 };
  },
});
