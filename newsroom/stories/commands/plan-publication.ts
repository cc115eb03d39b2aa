import "server-only";
import { command } from "../../kernel/command.ts";
import { forbidden } from "../../kernel/faults.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { canPlanStory } from "../policy.ts";
import { sayWith } from "../publication/change-log.ts";
import { demandPlannable, makePlan } from "../publication/plans.ts";
import { cutForPublication } from "../publication/publication.ts";
import { PlanPublication } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/**
 * Plans that what the planner saw goes live at an instant. The plan pins its revision, and whether readers are shown what an
 * update changed: later typing never goes out by itself.
 * An open plan of the same verb is replaced.
 */
export const planPublication = command({
  name: "story.plan",
  input: PlanPublication,
  async run(context, { storyId, version, seq, isPublic, at, zone }) {
    const found = await storyInHandOf(context, storyId);
    const settings = await newsroomSettings(context.tx);
    if (!canPlanStory(context.actor, found, settings)) throw forbidden("You may not plan this story's publication.");
    demandVersion(found, version);
    const verb = found.publication === "live" ? "update" : "publish";
    await demandPlannable(context, found, { verb, at, zone }, settings);
    const { story, revision } = await cutForPublication(context, found, "planned", { seq });
    if (isPublic !== undefined && story.firstPublishedAt)
      await sayWith(context.tx, revision.id, storyId, { kind: null, isPublic });
    const planId = await makePlan(context, { storyId: story.id, verb, revisionId: revision.id, at, zone });
    return { planId, version: version + 1 };
  },
});
