import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden, notFound } from "../../kernel/faults.ts";
import { canManageTags } from "../../tags/policy.ts";
import { familyOf } from "../../tags/standing-tags.ts";
import { holdTags } from "../../tags/tag-lock.ts";
import { RemoveTag } from "../schema.ts";

/**
 * Takes out a tag that no story has, with what was merged into it.
 * @throws Fault conflict with `detail.stories` if a story has it, readers see it, or a plan is going to publish it
 */
export const removeTag = command({
  name: "tag.remove",
  input: RemoveTag,
  async run({ actor, tx, emit }, { tagId, version }) {
    if (!canManageTags(actor)) throw forbidden("Only editors remove tags.");
    await holdTags(tx);
    const tag = await tx.tag.findUnique({ where: { id: tagId } });
    if (!tag || tag.mergedIntoId) throw notFound("tag");
    if (tag.version !== version) throw conflict("Someone else changed this tag.", { version: tag.version });
    const family = (await familyOf(tx, tagId)).map(({ id }) => id);
    const [use] = await tx.$queryRaw<{ stories: number }[]>`
      select count(*)::int as stories from (
        select "storyId" from "StoryTag" where "tagId" = ${tagId}::uuid
        union select "storyId" from "LiveStoryTag" where "tagSlug" = ${tag.slug}
        union select plan."storyId" from "Plan" plan join "Revision" revision on revision."id" = plan."revisionId"
          where plan."doneAt" is null and plan."cancelledAt" is null and plan."failedAt" is null
            and revision."columns" -> 'tagIds' ?| ${family}::text[]
      ) used`;
    const stories = use?.stories ?? 0;
    if (stories > 0)
      throw conflict("Stories have this tag. Merge it into another one, or take it from them first.", { stories });
    await tx.tag.delete({ where: { id: tagId } });
    emit({ type: "tag.removed", subject: tagId, payload: { slug: tag.slug } });
    return {};
  },
});
