import "server-only";
import { staffIdOf } from "../../kernel/actor.ts";
import { command } from "../../kernel/command.ts";
import { SeePutAside } from "../document/put-aside.ts";
import { storyInHandOf } from "../story-at-hand.ts";

/** The actor has looked at what was put aside of theirs, up to an instant; it stays kept. @throws Fault notFound */
export const seePutAside = command({
  name: "story.see_put_aside",
  input: SeePutAside,
  async run(context, { storyId, upTo }) {
    const { actor, now, tx } = context;
    await storyInHandOf(context, storyId);
    const staffId = staffIdOf(actor);
    if (staffId)
      await tx.quarantinedUpdate.updateMany({
        where: { storyId, staffId, seenAt: null, at: { lte: new Date(upTo) } },
        data: { seenAt: now },
      });
    return {};
  },
});
