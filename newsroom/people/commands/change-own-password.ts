import "server-only";
import { z } from "zod";
import { deskDb } from "#lib/db/desk";
import { fits, hashPassword } from "#lib/passwords";
import { countTry } from "#lib/throttle";
import { type Actor, staffIdOf } from "../../kernel/actor.ts";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden, invalid, tooMany } from "../../kernel/faults.ts";
import { parsed } from "../../kernel/parsed.ts";
import { demandGoodPassword, holdStaff, shutOut } from "../accounts.ts";
import { ChangeOwnPassword } from "../schema.ts";
import { ownPasswordLimit } from "../sign-in-limits.ts";

/** Asks for the current password, sets another, and ends every session: one signs in again with the new one. */
export async function changeOwnPassword(
  actor: Actor,
  input: z.input<typeof ChangeOwnPassword>,
  options: { now?: Date | undefined } = {},
): Promise<{ changed: true }> {
  const { current, password } = parsed(ChangeOwnPassword, input);
  const id = staffIdOf(actor);
  const person = id && (await deskDb().staff.findUnique({ where: { id } }));
  if (!person) throw forbidden("Only people have a password.");
  const refused = await countTry(ownPasswordLimit, person.id);
  if (refused) throw tooMany(refused.retryAfterSeconds);
  if (!(await fits(current, person.passwordHash))) {
    throw invalid([{ path: "current", message: "This is not your current password." }]);
  }
  demandGoodPassword(password, person);
  const former = person.passwordHash ?? "";
  await change(actor, { staffId: person.id, former, passwordHash: await hashPassword(password) }, { now: options.now });
  return { changed: true };
}

const change = command({
  name: "staff.change_own_password",
  input: z.object({ staffId: z.string(), former: z.string(), passwordHash: z.string() }),
  async run({ now, tx, emit }, { staffId, former, passwordHash }) {
    const person = await holdStaff(tx, staffId);
    if (person?.passwordHash !== former) throw conflict("Your password was changed meanwhile.");
    await tx.staff.update({ where: { id: staffId }, data: { passwordHash } });
    await shutOut(tx, staffId, now);
    emit({ type: "staff.password_set", subject: staffId, payload: { by: "self" } });
    return {};
  },
});
