import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden } from "../../kernel/faults.ts";
import { canKillStory } from "../policy.ts";
import { addressesOf } from "../publication/addresses.ts";
import { withdraw } from "../publication/withdrawal.ts";
import { KillStory } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/** Takes a published story away for good: nobody may use it, each address it ever had says that it is gone (410; 451 by legal order, which may follow). */
export const killStory = command({
  name: "story.kill",
  input: KillStory,
  async run(context, { storyId, version, reason, legal }) {
    const { actor, tx } = context;
    const story = await storyInHandOf(context, storyId);
    if (!canKillStory(actor, story)) throw forbidden("Only editors kill stories.");
    demandVersion(story, version);
    if (!story.firstPublishedAt) throw conflict("This story was never published: there is nothing to kill.");
    if (story.withdrawnHow === "legal") throw conflict("This story was killed by a legal order already.");
    if (story.withdrawnHow === "killed" && !legal) throw conflict("This story was killed already.");
    await withdraw(context, story, legal ? "legal" : "killed", reason);
    const status = legal ? 451 : 410;
    const gone = (await addressesOf(tx, story)).map((address) => ({ ...address, status }));
    await tx.goneAddress.deleteMany({ where: { OR: gone.map(({ language, slug }) => ({ language, slug })) } });
    await tx.goneAddress.createMany({ data: gone });
    return { version: version + 1 };
  },
});
