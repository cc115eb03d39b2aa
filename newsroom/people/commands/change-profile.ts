import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden, invalid, notFound } from "../../kernel/faults.ts";
import { definedOf } from "../../kernel/patch.ts";
import { oneAtATime } from "../accounts.ts";
import { canManageProfiles } from "../policy.ts";
import { demandFreePerson, demandFreeSlug } from "../profile-claims.ts";
import { ChangeProfile } from "../schema.ts";

/** Changes what is given. The address stays as it is once readers have it. */
export const changeProfile = command({
  name: "profile.change",
  input: ChangeProfile,
  async run({ actor, tx, emit }, { profileId, version, changes }) {
    if (!canManageProfiles(actor)) throw forbidden("Only editors change profiles.");
    await oneAtATime(tx);
    const profile = await tx.profile.findUnique({ where: { id: profileId } });
    if (!profile) throw notFound("profile");
    if (profile.version !== version) throw conflict("Someone else changed this profile.", { version: profile.version });

    const { slug = profile.slug, staffId = profile.staffId } = changes;
    if (slug !== profile.slug) {
      if (await tx.liveProfile.findUnique({ where: { slug: profile.slug } })) {
        throw invalid([{ path: "slug", message: "Readers have this address already; it stays." }]);
      }
      await demandFreeSlug(tx, slug);
    }
    if (staffId !== null && staffId !== profile.staffId) await demandFreePerson(tx, staffId);

    const data = definedOf(changes);
    await tx.profile.update({ where: { id: profileId }, data: { ...data, version: { increment: 1 } } });
    emit({ type: "profile.changed", subject: profileId, payload: { slug, fields: Object.keys(data) } });
    return { version: version + 1, slug };
  },
});
