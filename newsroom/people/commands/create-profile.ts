import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden } from "../../kernel/faults.ts";
import { oneAtATime } from "../accounts.ts";
import { canManageProfiles } from "../policy.ts";
import { demandFreePerson, demandFreeSlug, slugForName } from "../profile-claims.ts";
import { CreateProfile } from "../schema.ts";

/** A public person for bylines, with an account or without. */
export const createProfile = command({
  name: "profile.create",
  input: CreateProfile,
  async run({ actor, now, tx, emit }, { id, name, slug: chosen, bio = null, staffId = null }) {
    if (!canManageProfiles(actor)) throw forbidden("Only editors make profiles.");
    await oneAtATime(tx);
    if (await tx.profile.findUnique({ where: { id } })) throw conflict("This profile is there already.");
    if (chosen !== undefined) await demandFreeSlug(tx, chosen);
    if (staffId !== null) await demandFreePerson(tx, staffId);
    const slug = chosen ?? (await slugForName(tx, name));
    await tx.profile.create({ data: { id, slug, name, bio, staffId, createdAt: now } });
    emit({ type: "profile.created", subject: id, payload: { slug } });
    return { id, slug };
  },
});
