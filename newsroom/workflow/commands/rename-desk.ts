import "server-only";
import { command } from "../../kernel/command.ts";
import { forbidden } from "../../kernel/faults.ts";
import { demandFreeName, deskAt, oneDeskAtATime } from "../desks.ts";
import { canManageWorkflow } from "../policy.ts";
import { RenameDesk } from "../schema.ts";

export const renameDesk = command({
  name: "desk.rename",
  input: RenameDesk,
  async run({ actor, tx, emit }, { deskId, version, name }) {
    if (!canManageWorkflow(actor)) throw forbidden("Only admins rename desks.");
    await oneDeskAtATime(tx);
    await deskAt(tx, { deskId, version });
    await demandFreeName(tx, name, deskId);
    await tx.desk.update({ where: { id: deskId }, data: { name, version: { increment: 1 } } });
    emit({ type: "desk.renamed", subject: deskId });
    return { version: version + 1 };
  },
});
