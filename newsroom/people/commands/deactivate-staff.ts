import "server-only";
import { command } from "../../kernel/command.ts";
import { forbidden } from "../../kernel/faults.ts";
import { demandAnotherAdmin, oneAtATime, shutOut, staffAt } from "../accounts.ts";
import { canManagePeople } from "../policy.ts";
import { OfStaff } from "../schema.ts";

/** Out at the next request, with all sessions, links and known browsers. Stories, bylines and the audit trail stay. */
export const deactivateStaff = command({
  name: "staff.deactivate",
  input: OfStaff,
  async run({ actor, now, tx, emit }, { staffId, version }) {
    if (!canManagePeople(actor)) throw forbidden("Only admins deactivate people.");
    await oneAtATime(tx);
    const person = await staffAt(tx, { staffId, version });
    if (person.deactivatedAt) return { version };
    await demandAnotherAdmin(tx, person);
    await tx.staff.update({ where: { id: staffId }, data: { deactivatedAt: now, version: { increment: 1 } } });
    await shutOut(tx, staffId, now);
    emit({ type: "staff.deactivated", subject: staffId });
    return { version: version + 1 };
  },
});
