import "server-only";
import { command } from "../../kernel/command.ts";
import { forbidden, invalid } from "../../kernel/faults.ts";
import { definedOf } from "../../kernel/patch.ts";
import { directionIssues } from "../direction-issues.ts";
import { canDirectStory } from "../policy.ts";
import { DirectStory } from "../schema.ts";
import { demandVersion, type StoryInHand, storyInHandOf } from "../story-at-hand.ts";

const columns = ["assigneeId", "priority", "dueAt", "deskId"] as const;
type Directions = { [Column in (typeof columns)[number]]?: StoryInHand[Column] | undefined };

/** Says who is to do it, until when, how urgently and at which desk. Who is given a story has it as their own. @throws Fault invalid, forbidden, conflict */
export const directStory = command({
  name: "story.direct",
  input: DirectStory,
  async run(context, { storyId, version, changes }) {
    const { actor, now, tx, emit } = context;
    const story = await storyInHandOf(context, storyId);
    if (!canDirectStory(actor, story)) throw forbidden("Only editors assign stories and say when they are due.");
    demandVersion(story, version);
    const changed = columns.filter(
      (column) => changes[column] !== undefined && !isSame(changes[column], story[column]),
    );
    if (changed.length === 0) return { version };
    const directions: Directions = Object.fromEntries(changed.map((column) => [column, changes[column]]));
    const issues = await directionIssues(context, directions, "changes.");
    if (issues.length > 0) throw invalid(issues);
    await tx.story.update({
      where: { id: storyId },
      data: { ...definedOf(directions), changedAt: now, version: { increment: 1 } },
    });
    const { assigneeId, dueAt, ...rest } = directions;
    if (assigneeId !== undefined)
      emit({ type: "story.assigned", subject: storyId, payload: { from: story.assigneeId, to: assigneeId } });
    if (changed.some((column) => column !== "assigneeId"))
      emit({
        type: "story.directed",
        subject: storyId,
        payload: { ...definedOf(rest), ...(dueAt !== undefined && { dueAt: dueAt?.toISOString() ?? null }) },
      });
    return { version: version + 1 };
  },
});

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
