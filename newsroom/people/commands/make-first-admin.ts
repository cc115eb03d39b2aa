import "server-only";
import { hashPassword } from "#lib/passwords";
import { command } from "../../kernel/command.ts";
import { forbidden, invalid } from "../../kernel/faults.ts";
import { newId } from "../../kernel/ids.ts";
import { demandGoodPassword, oneAtATime } from "../accounts.ts";
import { MakeFirstAdmin } from "../schema.ts";

/** At start: makes an admin if there is none who could sign in. Any number of programs may start at once. */
export const makeFirstAdmin = command({
  name: "staff.make_first_admin",
  input: MakeFirstAdmin,
  async run({ actor, now, tx, emit }, { email, name, password }) {
    if (actor.kind !== "system") throw forbidden("The program makes its first admin itself.");
    await oneAtATime(tx);
    const admins = await tx.staff.count({ where: { role: "admin", deactivatedAt: null, passwordHash: { not: null } } });
    if (admins > 0) return { made: false };
    if (await tx.staff.findUnique({ where: { email } })) {
      throw invalid([{ path: "email", message: `${email} is here already, but is no admin who can sign in.` }]);
    }
    demandGoodPassword(password, { email, name });
    const id = newId();
    const passwordHash = await hashPassword(password);
    await tx.staff.create({ data: { id, email, name, role: "admin", passwordHash, createdAt: now } });
    emit({ type: "staff.added", subject: id, payload: { role: "admin" } });
    return { made: true };
  },
});
