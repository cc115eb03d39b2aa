import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden } from "../../kernel/faults.ts";
import { requireLegal } from "../legal.ts";
import { keepNote } from "../notes.ts";
import { canReferStory } from "../policy.ts";
import { ReferStory } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/** Asks for the lawyers' word: until it is there, nobody publishes the story. What is live stays live. @throws Fault conflict if they have it already */
export const referStory = command({
  name: "story.refer",
  input: ReferStory,
  async run(context, { storyId, version, note }) {
    const { actor, now, tx } = context;
    const story = await storyInHandOf(context, storyId);
    if (!canReferStory(actor, story)) throw forbidden("You may not refer this story to legal.");
    demandVersion(story, version);
    if (story.legalStatus === "required") throw conflict("Legal has this story already.");
    await tx.story.update({ where: { id: storyId }, data: { changedAt: now, version: { increment: 1 } } });
    await requireLegal(context, storyId, await keepNote(context, storyId, note));
    return { version: version + 1 };
  },
});
