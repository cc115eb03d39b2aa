import "server-only";
import { command } from "../../kernel/command.ts";
import type { CommandContext, Tx } from "../../kernel/context.ts";
import { forbidden, type Issue, invalid } from "../../kernel/faults.ts";
import { answersForLink, canConfideStory, canReadStory } from "../policy.ts";
import { ConfideStory } from "../schema.ts";
import { maker } from "../shares/share-queries.ts";
import { demandVersion, type StoryInHand, storyInHandOf } from "../story-at-hand.ts";

/**
 * Says who may know of a story: everybody, its writer and the editors (`circle` is empty), or those who are named, with its writer, who it
 * is assigned to, and admins. Open windows of everybody else close within seconds; links to the story that were made by somebody who may
 * not show it any more are revoked. Answers how many were, and how many still work.
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
    const closed = { ...story, confidential, circle: named.map((staffId) => ({ staffId })) };
    if (!canReadStory(actor, closed))
      throw invalid([{ path: "circle", message: "You would shut yourself out. Please name yourself as well." }]);
    await tx.storyCircle.deleteMany({ where: { storyId } });
    await tx.storyCircle.createMany({ data: named.map((staffId) => ({ storyId, staffId })) });
    await tx.story.update({
      where: { id: storyId },
      data: { confidential, changedAt: now, version: { increment: 1 } },
    });
    emit({ type: "story.confided", subject: storyId, payload: { confidential, circle: named } });
    return { version: version + 1, links: await revokeFromOutside(context, closed) };
  },
});

/** Of links that work or could again: those for which their maker does not answer any more. */
async function revokeFromOutside({ now, tx, emit }: CommandContext, story: StoryInHand) {
  const links = await tx.shareLink.findMany({
    where: { storyId: story.id, revokedAt: null, endsAt: { gt: now } },
    select: { id: true, createdBy: maker },
  });
  const resting = links.filter(({ createdBy }) => !answersForLink(createdBy, story));
  const lost = story.confidential ? resting : [];
  await tx.shareLink.updateMany({ where: { id: { in: lost.map(({ id }) => id) } }, data: { revokedAt: now } });
  for (const { id: shareId } of lost) emit({ type: "share.revoked", subject: story.id, payload: { shareId } });
  return { revoked: lost.length, open: links.length - resting.length };
}

async function issuesWith(tx: Tx, story: StoryInHand, circle: string[]): Promise<Issue[]> {
  if (circle.length === 0) return [];
  const people = await tx.staff.findMany({
    where: { id: { in: circle } },
    orderBy: { name: "asc" },
    select: { id: true, name: true, role: true, deactivatedAt: true },
  });
  if (people.length < circle.length) return [{ path: "circle", message: "Somebody in the circle is not known here." }];
  const gone = people.filter(({ deactivatedAt }) => deactivatedAt !== null).map(({ name }) => name);
  if (gone.length > 0)
    return [{ path: "circle", message: `Please take out who does not work here any more: ${gone.join(", ")}.` }];
  const goesOn = people.some(({ id, role }) => role === "editor" || role === "admin" || id === story.createdById);
  return goesOn ? [] : [{ path: "circle", message: "Please name an editor, or whoever started the story." }];
}
