import "server-only";
import { deskDb } from "#lib/db/desk";
import { literally } from "#lib/db/literally";
import type { Actor } from "../kernel/actor.ts";
import { forbidden } from "../kernel/faults.ts";
import { knownTo, readableBy } from "../stories/readable.ts";
import { storyName } from "../stories/story-name.ts";
import { pageAt } from "./live-pages.ts";
import { canManageRedirects } from "./policy.ts";
import type { RedirectRow } from "./schema.ts";

const rowsPerPage = 50;

interface Row {
  id: string | null;
  from: string;
  to: string | null;
  storyId: string | null;
  isOpen: boolean;
  at: Date;
  by: string | null;
}

/**
 * Redirects of both kinds in the order of their paths; `search` is a part of where they start or lead.
 * `next` is the path after which the list goes on, or null. A story that this person may not read is not named; while it is not live, its
 * addresses may never have been public, so they are neither told nor searched.
 */
export async function redirects(
  actor: Actor,
  { search = "", after = "" }: { search?: string; after?: string } = {},
): Promise<{ redirects: RedirectRow[]; next: string | null }> {
  if (!canManageRedirects(actor)) throw forbidden("Only editors see the redirects.");
  const words = `%${literally(storable(search).trim())}%`;
  const told = await toldThoughNotLive(actor);
  const rows = await deskDb().$queryRaw<Row[]>`
    with standing as (
      select story."id",
        case when story."language" = newsroom."language" then '' else '/' || story."language" end || '/stories/' || story."slug" as "path",
        exists (select from "LiveStory" live
          where live."id" = story."id" and (live."embargoUntil" is null or live."embargoUntil" <= now())) as "isLive"
      from "Story" story, "Newsroom" newsroom
      where story."id" in (select "toStoryId" from "Redirect" union all select "storyId" from "FormerAddress")
    ), addressed as (
      select * from standing where "isLive" or "id" = any(${told}::uuid[])
    ), every as (
      select redirect."id"::text, redirect."from", coalesce(redirect."to", story."path") as "to", redirect."toStoryId"::text as "storyId",
        redirect."toStoryId" is null or coalesce(story."isLive", false) as "isOpen", redirect."createdAt" as "at", staff."name" as "by"
      from "Redirect" redirect
      left join addressed story on story."id" = redirect."toStoryId"
      left join "Staff" staff on staff."id" = redirect."createdById"
      union all
      select null, case when former."language" = newsroom."language" then '' else '/' || former."language" end || '/stories/' || former."slug",
        story."path", story."id"::text, story."isLive", former."leftAt", null
      from "FormerAddress" former
      join addressed story on story."id" = former."storyId", "Newsroom" newsroom
    )
    select * from every
    where ("from" ilike ${words} or "to" ilike ${words}) and "from" collate "C" > ${storable(after)} collate "C"
    order by "from" collate "C" limit ${rowsPerPage + 1}`;
  const shown = rows.slice(0, rowsPerPage);
  const stories = await deskDb().story.findMany({
    where: { AND: readableBy(actor), id: { in: shown.flatMap(({ storyId }) => storyId ?? []) } },
    select: { id: true, headline: true, slugline: true },
  });
  const stands = new Map(
    await Promise.all(
      shown.map(async ({ to, storyId }) => [to, storyId !== null || (await standsNow(to ?? ""))] as const),
    ),
  );
  const named = new Map(stories.map((story) => [story.id, { id: story.id, name: storyName(story) }]));
  return {
    redirects: shown.map(({ storyId, ...row }) => ({
      ...row,
      story: named.get(storyId ?? "") ?? null,
      isOpen: row.isOpen && stands.get(row.to) === true,
    })),
    next: rows.length > rowsPerPage ? (shown.at(-1)?.from ?? null) : null,
  };
}

/** Of the stories that redirects lead to, those that readers may not have, but this person. */
async function toldThoughNotLive(actor: Actor): Promise<string[]> {
  const stories = await deskDb().story.findMany({
    where: {
      AND: [knownTo(actor), { OR: [{ redirects: { some: {} } }, { formerAddresses: { some: {} } }] }],
      OR: [{ publication: { not: "live" } }, { embargoUntil: { not: null } }],
    },
    select: { id: true },
  });
  return stories.map(({ id }) => id);
}

const standsNow = async (to: string): Promise<boolean> => !to.startsWith("/") || (await pageAt(deskDb(), to)) !== null;

const storable = (text: string): string => (text.isWellFormed() ? text.replaceAll("\u0000", "").slice(0, 2_000) : "");
