import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden } from "../../kernel/faults.ts";
import { canKillStory } from "../policy.ts";
import { KillStory } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";
import { withdraw } from "../withdrawal.ts";

/** Takes a published story away for good: nobody may use it, its address says that it is gone (410; 451 by legal order). */
export const killStory = command({
  name: "story.kill",
  input: KillStory,
  async run(context, { storyId, version, reason, legal }) {
    const { actor, tx } = context;
    const story = await storyInHandOf(context, storyId);
    if (!canKillStory(actor, story)) throw forbidden("Only editors kill stories.");
    demandVersion(story, version);
    if (!story.firstPublishedAt) throw conflict("This story was never published: there is nothing to kill.");
    await withdraw(context, story, legal ? "legal" : "killed", reason);
    const address = { language: story.language, slug: story.slug };
    const status = legal ? 451 : 410;
    await tx.goneAddress.upsert({
      where: { language_slug: address },
      create: { ...address, status },
      update: { status },
    });
    return { version: version + 1 };
  },
});
