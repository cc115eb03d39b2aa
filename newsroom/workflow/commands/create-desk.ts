import "server-only";
import { command } from "../../kernel/command.ts";
import { forbidden } from "../../kernel/faults.ts";
import { demandFreeName, oneDeskAtATime } from "../desks.ts";
import { canManageWorkflow } from "../policy.ts";
import { CreateDesk } from "../schema.ts";

/** @throws Fault invalid if there is a desk of that name; forbidden for all but admins */
export const createDesk = command({
  name: "desk.create",
  input: CreateDesk,
  async run({ actor, tx, emit }, { id, name }) {
    if (!canManageWorkflow(actor)) throw forbidden("Only admins make desks.");
    await oneDeskAtATime(tx);
    const earlier = await tx.desk.findUnique({ where: { id }, select: { name: true } });
    if (earlier?.name === name) return { id };
    await demandFreeName(tx, name, id);
    await tx.desk.create({ data: { id, name, position: await tx.desk.count() } });
    emit({ type: "desk.created", subject: id });
    return { id };
  },
});
