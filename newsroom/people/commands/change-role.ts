import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden } from "../../kernel/faults.ts";
import { demandAnotherAdmin, endSessions, oneAtATime, staffAt } from "../accounts.ts";
import { canManagePeople } from "../policy.ts";
import { ChangeRole } from "../schema.ts";

/** The person signs in anew with the new role: no session keeps a right that was taken, or gains one. */
export const changeRole = command({
  name: "staff.change_role",
  input: ChangeRole,
  async run({ actor, now, tx, emit }, { staffId, version, role }) {
    if (!canManagePeople(actor)) throw forbidden("Only admins change roles.");
    await oneAtATime(tx);
    const person = await staffAt(tx, { staffId, version });
    if (person.deactivatedAt) throw conflict("This person is deactivated.");
    if (person.role === role) return { version };
    await demandAnotherAdmin(tx, person);
    await tx.staff.update({ where: { id: staffId }, data: { role, version: { increment: 1 } } });
    await endSessions(tx, staffId, now);
    emit({ type: "staff.role_changed", subject: staffId, payload: { from: person.role, to: role } });
    return { version: version + 1 };
  },
});
