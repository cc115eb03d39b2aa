import "server-only";
import { Prisma } from "@prisma/client";
import { deskDb } from "#lib/db/desk";
import { literally } from "#lib/db/literally";
import type { Actor } from "../kernel/actor.ts";
import { systemNow } from "../kernel/clock.ts";
import type { EventPayload } from "../kernel/events.ts";
import { forbidden } from "../kernel/faults.ts";
import { pictureName } from "../media/picture-name.ts";
import { storyName } from "../stories/story-name.ts";
import { eventWords } from "./event-words.ts";
import { namesIn } from "./names.ts";
import { canSearchHistory } from "./policy.ts";
import { type Trail, type TrailEntry, type TrailSearch, theProgramItself } from "./schema.ts";

const rowsPerPage = 50;
/** So many stories are looked up by their events; if words fit more, the newest events are looked through instead. */
const mostStories = 1_000;

interface Row {
  id: string;
  position: string;
  at: Date;
  type: string;
  actorName: string;
  subject: string | null;
  payload: EventPayload;
}

interface Options {
  /** Where the page before ended. */
  cursor?: string | undefined;
  limit?: number | undefined;
  /** How many of the newest events one question looks through for words that fit many stories. */
  stretch?: number | undefined;
}

/**
 * What happened, the newest first. `next` may follow a short page: words that fit very many stories are looked for a stretch at a time.
 * @throws Fault forbidden for all but admins
 */
export async function trail(
  actor: Actor,
  search: TrailSearch,
  { cursor, limit = rowsPerPage, stretch = 10_000 }: Options = {},
): Promise<Trail> {
  if (!canSearchHistory(actor)) throw forbidden("Only admins search the trail.");
  const take = Math.min(limit, 1_000);
  const { rows, next } = await found(search, conditions(search, cursor), { take, stretch });
  return { entries: await withNames(actor, rows), next };
}

async function found(
  search: TrailSearch,
  where: Prisma.Sql,
  { take, stretch }: { take: number; stretch: number },
): Promise<{ rows: Row[]; next: string | null }> {
  if (search.storyId) return page(await ofSubjects([search.storyId], where, take + 1), take);
  const words = (search.words ?? "").split(/\s+/).filter(Boolean).slice(0, 8);
  if (words.length === 0) return page(await newest(where, take + 1), take);
  const called = Prisma.join(
    words.map((word) => {
      const part = `%${literally(word)}%`;
      return Prisma.sql`(story."headline" ilike ${part} or story."slugline" ilike ${part})`;
    }),
    " and ",
  );
  const stories = await deskDb().$queryRaw<{ id: string }[]>`
    select story."id"::text from "Story" story where ${called} limit ${mostStories + 1}`;
  if (stories.length <= mostStories)
    return page(
      await ofSubjects(
        stories.map(({ id }) => id),
        where,
        take + 1,
      ),
      take,
    );
  return inStretch(called, where, { take, stretch });
}

const columns = Prisma.sql`event."id"::text, event."position"::text, event."at", event."type", event."actorName", event."subject"::text, event."payload"`;
const newestFirst = Prisma.sql`order by event."at" desc, event."position" desc`;

/** Each combination of person and type has an index in the order of time. */
const newest = (where: Prisma.Sql, take: number): Promise<Row[]> =>
  deskDb().$queryRaw<Row[]>`select ${columns} from "Event" event where ${where} ${newestFirst} limit ${take}`;

/** All events of a few subjects first, whatever the planner thinks of the other conditions: there are few. */
const ofSubjects = (ids: string[], where: Prisma.Sql, take: number): Promise<Row[]> =>
  deskDb().$queryRaw<Row[]>`
    with "theirs" as materialized (select * from "Event" where "subject" = any(${ids}::uuid[]))
    select ${columns} from "theirs" event where ${where} ${newestFirst} limit ${take}`;

async function inStretch(called: Prisma.Sql, where: Prisma.Sql, { take, stretch }: { take: number; stretch: number }) {
  const rows = await deskDb().$queryRaw<(Row & { last: string | null })[]>`
    with "stretch" as materialized (
      select * from "Event" event where ${where} ${newestFirst} limit ${stretch}
    ), "last" as (
      select (to_char("at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '_' || "position") as "cursor"
      from "stretch" offset ${stretch - 1}
    )
    select hit.*, (select "cursor" from "last") as "last" from (select 1) as one left join lateral (
      select ${columns} from "stretch" event join "Story" story on story."id" = event."subject"
      where ${called} ${newestFirst} limit ${take + 1}
    ) hit on true`;
  const end = rows[0]?.last ?? null;
  const hits = rows.filter(({ id }) => id !== null);
  return hits.length > take ? page(hits, take) : { rows: hits, next: end };
}

function page(rows: Row[], take: number) {
  const shown = rows.slice(0, take);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > take && last ? `${last.at.toISOString()}_${last.position}` : null };
}

function conditions({ who, type, from, until }: TrailSearch, cursor: string | undefined): Prisma.Sql {
  const after = cursorOf(cursor);
  const parts = [
    Prisma.sql`true`,
    who &&
      (who === theProgramItself ? Prisma.sql`event."actorId" is null` : Prisma.sql`event."actorId" = ${who}::uuid`),
    type && Prisma.sql`event."type" = ${type}`,
    from && Prisma.sql`event."at" >= ${from}`,
    until && Prisma.sql`event."at" < ${until}`,
    after && Prisma.sql`(event."at", event."position") < (${after.at}::timestamptz, ${after.position}::bigint)`,
  ].filter((part): part is Prisma.Sql => typeof part === "object" && part !== null);
  return Prisma.join(parts, " and ");
}

function cursorOf(cursor = ""): { at: Date; position: string } | null {
  const [time = "", position = ""] = cursor.split("_");
  const at = new Date(time);
  return Number.isNaN(at.getTime()) || !/^\d{1,18}$/.test(position) ? null : { at, position };
}

/** The trail keeps ids only: names are those of now. */
async function withNames(actor: Actor, rows: Row[]): Promise<TrailEntry[]> {
  const ids = [...new Set(rows.flatMap(({ subject }) => subject ?? []))];
  const named = { where: { id: { in: ids } }, select: { id: true, name: true } } as const;
  const db = deskDb();
  const [stories, staff, tags, sections, profiles, pictures, rules, names] = await Promise.all([
    db.story.findMany({
      where: { id: { in: ids } },
      select: { id: true, headline: true, slugline: true, spikedAt: true },
    }),
    db.staff.findMany(named),
    db.tag.findMany(named),
    db.section.findMany(named),
    db.profile.findMany(named),
    db.picture.findMany({
      where: { id: { in: ids } },
      select: { id: true, caption: true, altText: true, removedAt: true },
    }),
    db.houseRule.findMany({ where: { id: { in: ids } }, select: { id: true, pattern: true } }),
    namesIn(actor, rows, systemNow()),
  ]);
  const about = new Map<string, TrailEntry["about"]>();
  for (const { id, spikedAt, ...story } of stories)
    about.set(id, { kind: "story", name: storyName(story), isInTrash: spikedAt !== null });
  for (const { id, removedAt, ...words } of pictures)
    about.set(id, { kind: "picture", name: pictureName(words), isInTrash: removedAt !== null });
  for (const { id, pattern } of rules) about.set(id, { kind: "house rule", name: pattern, isInTrash: false });
  const kinds = { staff, tag: tags, section: sections, profile: profiles };
  for (const kind of ["staff", "tag", "section", "profile"] as const)
    for (const { id, name } of kinds[kind]) about.set(id, { kind, name, isInTrash: false });
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    who: row.actorName,
    type: row.type,
    words: eventWords(row, names, "the story"),
    subject: row.subject,
    about: about.get(row.subject ?? "") ?? null,
  }));
}
