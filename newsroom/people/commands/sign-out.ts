import "server-only";
import { z } from "zod";
import { command } from "../../kernel/command.ts";

/** Ends the session with which the actor came. */
export const signOut = command({
  name: "staff.sign_out",
  input: z.object({}),
  async run({ actor, now, tx, emit }) {
    if (actor.kind !== "staff") return {};
    const ended = await tx.staffSession.updateMany({
      where: { id: actor.sessionId, endedAt: null },
      data: { endedAt: now },
    });
    if (ended.count > 0) emit({ type: "staff.signed_out", subject: actor.id, payload: { sessionId: actor.sessionId } });
    return {};
  },
});
