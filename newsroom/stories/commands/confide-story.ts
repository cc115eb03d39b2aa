import "server-only";
import { command } from "../../kernel/command.ts";
import type { Tx } from "../../kernel/context.ts";
import { forbidden, type Issue, invalid } from "../../kernel/faults.ts";
import { canConfideStory, canReadStory } from "../policy.ts";
import { ConfideStory } from "../schema.ts";
import { demandVersion, type StoryInHand, storyInHandOf } from "../story-at-hand.ts";

/**
 * Says who may know of a story: everybody, its writer and the editors (`circle` is empty), or those who are named, with its writer, who it
 * is assigned to, and admins. Open windows of everybody else close within seconds.
 * @throws Fault invalid for a circle in which nobody could go on with the story, or that shuts out who asks
 */
export const confideStory = command({
  name: "story.confide",
  input: ConfideStory,
  async run(context, { storyId, version, confidential, circle }) {
    const { actor, now, tx, emit } = context;
    const story = await storyInHandOf(context, storyId);
    if (!canConfideStory(actor, story)) throw forbidden("You may not say who may know of this story.");
    demandVersion(story, version);
    const named = confidential ? circle : [];
    const issues = await issuesWith(tx, story, named);
    if (issues.length > 0) throw invalid(issues);
    if (!canReadStory(actor, { ...story, confidential, circle: named.map((staffId) => ({ staffId })) }))
      throw invalid([{ path: "circle", message: "You would shut yourself out. Please name yourself as well." }]);
    await tx.storyCircle.deleteMany({ where: { storyId } });
    await tx.storyCircle.createMany({ data: named.map((staffId) => ({ storyId, staffId })) });
    await tx.story.update({
      where: { id: storyId },
      data: { confidential, changedAt: now, version: { increment: 1 } },
    });
    emit({ type: "story.confided", subject: storyId, payload: { confidential, circle: named } });
    return { version: version + 1 };
  },
});

async function issuesWith(tx: Tx, story: StoryInHand, circle: string[]): Promise<Issue[]> {
  if (circle.length === 0) return [];
  const people = await tx.staff.findMany({
    where: { id: { in: circle }, deactivatedAt: null },
    select: { id: true, role: true },
  });
  if (people.length < circle.length)
    return [{ path: "circle", message: "Somebody in the circle does not work here any more." }];
  const goesOn = people.some(({ id, role }) => role === "editor" || role === "admin" || id === story.createdById);
  return goesOn ? [] : [{ path: "circle", message: "Please name an editor, or whoever started the story." }];
}
