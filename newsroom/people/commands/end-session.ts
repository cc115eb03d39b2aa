import "server-only";
import { command } from "../../kernel/command.ts";
import { notFound } from "../../kernel/faults.ts";
import { canEndSessionOf } from "../policy.ts";
import { EndSession } from "../schema.ts";

/** Ends one session, on whatever device it is. A session of somebody else is as unknown as one that never was. */
export const endSession = command({
  name: "staff.end_session",
  input: EndSession,
  async run({ actor, now, tx, emit }, { sessionId }) {
    const session = await tx.staffSession.findUnique({ where: { id: sessionId } });
    if (!session || !canEndSessionOf(actor, session.staffId)) throw notFound("session");
    if (session.endedAt) return {};
    await tx.staffSession.update({ where: { id: sessionId }, data: { endedAt: now } });
    emit({ type: "staff.signed_out", subject: session.staffId, payload: { sessionId } });
    return {};
  },
});
