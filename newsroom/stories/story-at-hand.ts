import "server-only";
import type { Prisma } from "@prisma/client";
import type { CommandContext, Tx } from "../kernel/context.ts";
import { conflict, notFound } from "../kernel/faults.ts";
import { atHand, canReadStory } from "./policy.ts";

const whole = {
  tags: { orderBy: { position: "asc" }, select: { tagId: true } },
  circle: atHand.circle,
  assignments: atHand.assignments,
  standsAt: { select: { name: true, meaning: true } },
  byline: { orderBy: { position: "asc" }, select: { profileId: true, part: true } },
} satisfies Prisma.StoryInclude;

export type StoryInHand = Prisma.StoryGetPayload<{ include: typeof whole }>;

/** Without its tags and byline: those that are published stand in the revision. */
export type StoryRow = Prisma.StoryGetPayload<object>;

/** The story, locked to the end of the transaction, so that its verbs happen one after the other. @throws Fault notFound */
export async function storyInHand(tx: Tx, storyId: string): Promise<StoryInHand> {
  await tx.$queryRaw`select 1 from "Story" where "id" = ${storyId}::uuid for update`;
  const story = await tx.story.findUnique({ where: { id: storyId }, include: whole });
  if (!story) throw notFound("story");
  return story;
}

/** The story in hand of who asks; one that they may not read is as unknown as one that never was. @throws Fault notFound */
export async function storyInHandOf(
  { actor, tx }: Pick<CommandContext, "actor" | "tx">,
  storyId: string,
): Promise<StoryInHand> {
  const story = await storyInHand(tx, storyId);
  if (!canReadStory(actor, story)) throw notFound("story");
  return story;
}

/** @throws Fault conflict if the story has moved on since the caller looked */
export function demandVersion(story: { version: number }, version: number): void {
  if (story.version !== version)
    throw conflict("Someone else changed this story at the same time.", { version: story.version });
}
