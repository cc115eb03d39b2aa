import "server-only";
import { command } from "../../kernel/command.ts";
import { forbidden } from "../../kernel/faults.ts";
import { oneAtATime, staffAt } from "../accounts.ts";
import { canManagePeople } from "../policy.ts";
import { OfStaff } from "../schema.ts";

/** In again, with the role and the password of before. */
export const reactivateStaff = command({
  name: "staff.reactivate",
  input: OfStaff,
  async run({ actor, tx, emit }, { staffId, version }) {
    if (!canManagePeople(actor)) throw forbidden("Only admins reactivate people.");
    await oneAtATime(tx);
    const person = await staffAt(tx, { staffId, version });
    if (!person.deactivatedAt) return { version };
    await tx.staff.update({ where: { id: staffId }, data: { deactivatedAt: null, version: { increment: 1 } } });
    emit({ type: "staff.reactivated", subject: staffId });
    return { version: version + 1 };
  },
});
