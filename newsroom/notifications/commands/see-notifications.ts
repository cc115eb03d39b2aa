import "server-only";
import { staffIdOf } from "../../kernel/actor.ts";
import { command } from "../../kernel/command.ts";
import { SeeNotifications } from "../schema.ts";

/** The actor has seen what they were told. What was seen does not go out by mail any more. */
export const seeNotifications = command({
  name: "notification.see",
  input: SeeNotifications,
  async run({ actor, now, tx }, input) {
    const staffId = staffIdOf(actor);
    if (!staffId) return {};
    const which =
      "notificationId" in input
        ? { id: input.notificationId }
        : "upTo" in input
          ? { at: { lte: input.upTo } }
          : { storyId: input.storyId, kind: { in: input.kinds } };
    await tx.notification.updateMany({ where: { staffId, seenAt: null, ...which }, data: { seenAt: now } });
    return {};
  },
});
