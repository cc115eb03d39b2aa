import "server-only";
import type { z } from "zod";
import type { Actor } from "../kernel/actor.ts";
import type { CommandContext, Tx } from "../kernel/context.ts";
import { notFound } from "../kernel/faults.ts";
import { standingTags } from "../tags/standing-tags.ts";
import { canReadStory, canWriteStory, type StoryAtHand } from "./policy.ts";
import {
  type PreviewTagging,
  type Tagging,
  type TaggingOutcome,
  type TaggingResult,
  taggingOutcomes,
  tagsAtMost,
} from "./schema.ts";

type TaggingVerb = z.output<typeof PreviewTagging>["verb"];
type Asked = z.output<typeof Tagging>;

interface Row extends StoryAtHand {
  id: string;
  isTagged: boolean;
  tags: number;
}

/** What the verb would come to for each story, in the order in which they were named. @throws Fault notFound without such a tag */
export async function taggingResult(
  tx: Pick<Tx, "$queryRaw">,
  actor: Actor,
  verb: TaggingVerb,
  { tagId, stories }: Asked,
): Promise<TaggingResult & { tagId: string }> {
  const [tag] = await standingTags(tx, [tagId]);
  if (!tag) throw notFound("tag");
  const ids = "ids" in stories ? [...new Set(stories.ids)] : await storiesWith(tx, stories.withTagId);
  const rows = await tx.$queryRaw<Row[]>`
    select story."id"::text, story."createdById"::text, story."assigneeId"::text, story."confidential", story."spikedAt",
      coalesce((select jsonb_agg(jsonb_build_object('staffId', named."staffId")) from "StoryCircle" named
        where named."storyId" = story."id"), '[]') as "circle",
      coalesce((select jsonb_agg(jsonb_build_object('staffId', work."staffId")) from "Assignment" work
        where work."storyId" = story."id" and work."withdrawnAt" is null), '[]') as "assignments",
      exists (select from "StoryTag" has where has."storyId" = story."id" and has."tagId" = ${tag.id}::uuid) as "isTagged",
      (select count(*)::int from "StoryTag" has where has."storyId" = story."id") as "tags"
    from "Story" story where story."id" = any(${ids}::uuid[])`;
  const known = new Map(rows.map((row) => [row.id, row]));
  const results = ids.map((storyId) => ({ storyId, outcome: outcomeOf(actor, verb, known.get(storyId)) }));
  const counted = taggingOutcomes.map((outcome) => [outcome, results.filter((one) => one.outcome === outcome).length]);
  return { tagId: tag.id, stories: results, counts: Object.fromEntries(counted) as TaggingResult["counts"] };
}

async function storiesWith(tx: Pick<Tx, "$queryRaw">, withTagId: string): Promise<string[]> {
  const [other] = await standingTags(tx, [withTagId]);
  if (!other) throw notFound("tag");
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select story."id"::text from "StoryTag" has join "Story" story on story."id" = has."storyId"
    where has."tagId" = ${other.id}::uuid and story."spikedAt" is null order by has."storyId"`;
  return rows.map(({ id }) => id);
}

function outcomeOf(actor: Actor, verb: TaggingVerb, story: Row | undefined): TaggingOutcome {
  if (!story || !canReadStory(actor, story)) return "notFound";
  if (!canWriteStory(actor, story)) return "forbidden";
  if (story.isTagged === (verb === "tag")) return "unchanged";
  return verb === "tag" && story.tags >= tagsAtMost ? "full" : "done";
}

/** Holds the stories that are asked for, so that what is found out of them holds. */
export async function holdStories(tx: Tx, { stories }: Asked): Promise<void> {
  const ids = "ids" in stories ? stories.ids : await storiesWith(tx, stories.withTagId);
  await tx.$queryRaw`select 1 from "Story" where "id" = any(${ids}::uuid[]) order by "id" for update`;
}

/** These stories have other tags now: each counts on and says so, like a change by hand. Readers see it with its next update. */
export async function changedTags({ tx, now, emit }: CommandContext, result: TaggingResult): Promise<string[]> {
  const done = result.stories.filter(({ outcome }) => outcome === "done").map(({ storyId }) => storyId);
  await tx.$executeRaw`
    update "Story" set "version" = "version" + 1, "columnsVersion" = "version" + 1, "changedAt" = ${now} where "id" = any(${done}::uuid[])`;
  for (const subject of done) emit({ type: "story.changed", subject, payload: { fields: ["tagIds"] } });
  return done;
}
