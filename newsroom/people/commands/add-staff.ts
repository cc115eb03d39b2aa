import "server-only";
import type { z } from "zod";
import { hashPassword } from "#lib/passwords";
import type { Actor } from "../../kernel/actor.ts";
import { command } from "../../kernel/command.ts";
import { forbidden, invalid } from "../../kernel/faults.ts";
import { newId } from "../../kernel/ids.ts";
import { demandGoodPassword, type MadeLink, makeLink, oneAtATime } from "../accounts.ts";
import { canManagePeople } from "../policy.ts";
import { slugForName } from "../profile-claims.ts";
import { AddStaff } from "../schema.ts";

interface Added {
  id: string;
  profileId: string;
  /** Where the person sets a password; none if the operator gave one. */
  link: MadeLink | null;
}

/**
 * An account and the profile for its bylines. The link is answered once and stored nowhere, so this takes no command id;
 * the id and the address of the person keep it from happening twice.
 */
export const addStaff = (actor: Actor, input: z.input<typeof AddStaff>, options: { now?: Date | undefined } = {}) =>
  add(actor, input, { now: options.now });

const add = command({
  name: "staff.add",
  input: AddStaff,
  async run({ actor, now, tx, emit }, { id, email, name, role, password }): Promise<Added> {
    if (!canManagePeople(actor)) throw forbidden("Only admins add people.");
    if (password !== undefined && actor.kind !== "system") throw forbidden("People choose their own password.");
    if (password !== undefined) demandGoodPassword(password, { email, name });
    await oneAtATime(tx);
    if (await tx.staff.findFirst({ where: { OR: [{ email }, { id }] } })) {
      throw invalid([{ path: "email", message: "Someone with this address is here already." }]);
    }
    const passwordHash = password === undefined ? null : await hashPassword(password);
    await tx.staff.create({ data: { id, email, name, role, passwordHash, createdAt: now } });
    emit({ type: "staff.added", subject: id, payload: { role } });

    const profileId = newId();
    const slug = await slugForName(tx, name);
    await tx.profile.create({ data: { id: profileId, slug, name, staffId: id, createdAt: now } });
    emit({ type: "profile.created", subject: profileId, payload: { slug } });

    if (passwordHash) return { id, profileId, link: null };
    emit({ type: "staff.password_link_made", subject: id, payload: { purpose: "invitation" } });
    return { id, profileId, link: await makeLink(tx, { id, passwordHash }, now) };
  },
});
