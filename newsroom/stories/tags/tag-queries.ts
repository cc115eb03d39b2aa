import "server-only";
import type { z } from "zod";
import { deskDb } from "#lib/db/desk";
import type { Actor } from "../../kernel/actor.ts";
import { forbidden, notFound } from "../../kernel/faults.ts";
import { parsed } from "../../kernel/parsed.ts";
import { canManageTags } from "../../tags/policy.ts";
import { type MergePreview, MergeTags } from "../schema.ts";

/** How many stories a merge would touch. @throws Fault */
export async function mergePreview(actor: Actor, input: z.input<typeof MergeTags>): Promise<MergePreview> {
  if (!canManageTags(actor)) throw forbidden("Only editors merge tags.");
  const { tagId, intoId } = parsed(MergeTags, input);
  if ((await deskDb().tag.count({ where: { id: { in: [tagId, intoId] }, mergedIntoId: null, spikedAt: null } })) < 2)
    throw notFound("tag");
  const [row] = await deskDb().$queryRaw<MergePreview[]>`
    select count(*)::int as stories, count(*) filter (where story."publication" = 'live')::int as live,
      count(other."storyId")::int as both
    from "StoryTag" mine join "Story" story on story."id" = mine."storyId"
      left join "StoryTag" other on other."storyId" = mine."storyId" and other."tagId" = ${intoId}::uuid
    where mine."tagId" = ${tagId}::uuid`;
  return row ?? { stories: 0, live: 0, both: 0 };
}
