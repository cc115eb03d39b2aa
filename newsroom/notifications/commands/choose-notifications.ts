import "server-only";
import { command } from "../../kernel/command.ts";
import { forbidden } from "../../kernel/faults.ts";
import { ChooseNotifications } from "../schema.ts";

/** The actor chooses where they are told of a kind. Mail that they want no more does not go out. @throws Fault forbidden for the program itself */
export const chooseNotifications = command({
  name: "notification.choose",
  input: ChooseNotifications,
  async run({ actor, tx }, { kind, ...channels }) {
    if (actor.kind !== "staff") throw forbidden("People choose what they are told.");
    const staffId = actor.id;
    await tx.notificationChoice.upsert({
      where: { staffId_kind: { staffId, kind } },
      create: { staffId, kind, ...channels },
      update: channels,
    });
    if (!channels.isMailed)
      await tx.notification.updateMany({ where: { staffId, kind, mailAt: { not: null } }, data: { mailAt: null } });
    return {};
  },
});
