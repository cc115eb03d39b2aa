import "server-only";
import { command } from "../../kernel/command.ts";
import { forbidden, invalid } from "../../kernel/faults.ts";
import { deskAt, oneDeskAtATime } from "../desks.ts";
import { canManageWorkflow } from "../policy.ts";
import { RemoveDesk } from "../schema.ts";

/** Takes a desk away; its stories go to another, or to none. Answers how many. */
export const removeDesk = command({
  name: "desk.remove",
  input: RemoveDesk,
  async run({ actor, tx, emit }, { deskId, version, successorId }) {
    if (!canManageWorkflow(actor)) throw forbidden("Only admins remove desks.");
    // As with stages: no story comes to a desk that goes.
    await tx.$executeRaw`lock table "Story" in exclusive mode`;
    await oneDeskAtATime(tx);
    await deskAt(tx, { deskId, version });
    const isKnown =
      successorId !== null && successorId !== deskId && (await tx.desk.count({ where: { id: successorId } }));
    if (successorId !== null && !isKnown)
      throw invalid([{ path: "successorId", message: "There is no such desk to take its stories." }]);
    const { count } = await tx.story.updateMany({
      where: { deskId },
      data: { deskId: successorId, version: { increment: 1 } },
    });
    await tx.desk.delete({ where: { id: deskId } });
    emit({ type: "desk.removed", subject: deskId, payload: { stories: count } });
    return { stories: count };
  },
});
