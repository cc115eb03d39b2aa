import "server-only";
import type { z } from "zod";
import type { Actor } from "../../kernel/actor.ts";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden } from "../../kernel/faults.ts";
import { type MadeLink, makeLink, oneAtATime, staffAt } from "../accounts.ts";
import { canManagePeople } from "../policy.ts";
import { OfStaff } from "../schema.ts";

/** A new link to set a password, for who forgot it or lost the invitation. Like `addStaff` it answers the link once and takes no command id. */
export const resetStaffPassword = (
  actor: Actor,
  input: z.input<typeof OfStaff>,
  options: { now?: Date | undefined } = {},
) => reset(actor, input, { now: options.now });

const reset = command({
  name: "staff.make_password_link",
  input: OfStaff,
  async run({ actor, now, tx, emit }, { staffId, version }): Promise<MadeLink> {
    if (!canManagePeople(actor)) throw forbidden("Only admins make links to set a password.");
    await oneAtATime(tx);
    const person = await staffAt(tx, { staffId, version });
    if (person.deactivatedAt) throw conflict("This person is deactivated.");
    const purpose = person.passwordHash ? "reset" : "invitation";
    emit({ type: "staff.password_link_made", subject: staffId, payload: { purpose } });
    return makeLink(tx, person, now);
  },
});
