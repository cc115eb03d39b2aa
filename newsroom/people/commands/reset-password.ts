import "server-only";
import type { z } from "zod";
import { hashPassword } from "#lib/passwords";
import { forgetTries } from "#lib/throttle";
import type { Actor } from "../../kernel/actor.ts";
import { command } from "../../kernel/command.ts";
import { forbidden, notFound } from "../../kernel/faults.ts";
import { demandGoodPassword, oneAtATime, shutOut } from "../accounts.ts";
import { ResetPassword } from "../schema.ts";
import { accountKey, accountLimit } from "../sign-in-limits.ts";

/** For the operator at the command line, when no admin can get in. */
export async function resetPassword(
  actor: Actor,
  input: z.input<typeof ResetPassword>,
  options: { now?: Date | undefined } = {},
): Promise<{ email: string; isDeactivated: boolean }> {
  const result = await reset(actor, input, { now: options.now });
  await forgetTries(accountLimit, accountKey(result.email));
  return result;
}

const reset = command({
  name: "staff.reset_password",
  input: ResetPassword,
  async run({ actor, now, tx, emit }, { email, password }) {
    if (actor.kind !== "system") throw forbidden("Only the operator sets a password for somebody else.");
    await oneAtATime(tx);
    const person = await tx.staff.findUnique({ where: { email } });
    if (!person) throw notFound("person");
    demandGoodPassword(password, person);
    const passwordHash = await hashPassword(password);
    await tx.staff.update({ where: { id: person.id }, data: { passwordHash } });
    await shutOut(tx, person.id, now);
    emit({ type: "staff.password_set", subject: person.id, payload: { by: "operator" } });
    return { email, isDeactivated: person.deactivatedAt !== null };
  },
});
