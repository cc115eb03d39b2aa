import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden, notFound } from "../../kernel/faults.ts";
import { oneAtATime } from "../accounts.ts";
import { canManageProfiles } from "../policy.ts";
import { RemoveProfile } from "../schema.ts";

/**
 * Takes out a profile that no byline names: not at the desk, not before readers, and in no revision, which say who wrote what.
 * @throws Fault conflict with `detail.stories` if one does
 */
export const removeProfile = command({
  name: "profile.remove",
  input: RemoveProfile,
  async run({ actor, tx, emit }, { profileId, version }) {
    if (!canManageProfiles(actor)) throw forbidden("Only editors remove profiles.");
    await oneAtATime(tx);
    // A byline that is being written waits for this, or this for it.
    await tx.$queryRaw`select from "Profile" where "id" = ${profileId}::uuid for update`;
    const profile = await tx.profile.findUnique({ where: { id: profileId } });
    if (!profile) throw notFound("profile");
    if (profile.version !== version) throw conflict("Someone else changed this profile.", { version: profile.version });
    const [use] = await tx.$queryRaw<{ stories: number }[]>`
      select count(*)::int as stories from (
        select "storyId" from "StoryByline" where "profileId" = ${profileId}::uuid
        union select "storyId" from "LiveByline" where "profileSlug" = ${profile.slug}
        union select "storyId" from "Revision"
          where "columns" -> 'byline' @> jsonb_build_array(jsonb_build_object('profileId', ${profileId}::text))
      ) used`;
    const stories = use?.stories ?? 0;
    if (stories > 0) throw conflict("They stand in bylines of stories, now or in an earlier state.", { stories });
    await tx.profile.delete({ where: { id: profileId } });
    emit({ type: "profile.removed", subject: profileId, payload: { slug: profile.slug } });
    return {};
  },
});
