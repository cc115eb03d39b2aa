import "server-only";
import { Prisma } from "@prisma/client";
import { deskDb } from "#lib/db/desk";
import type { Actor, Role, StaffActor } from "../kernel/actor.ts";
import { systemNow } from "../kernel/clock.ts";
import { forbidden } from "../kernel/faults.ts";
import { canManagePeople, canManageProfiles } from "./policy.ts";
import type { OwnSession, ProfileChoice, ProfileRow, StaffRow } from "./schema.ts";
import { idleLimit, seenEvery, since } from "./sessions.ts";

interface SessionRow {
  sessionId: string;
  lastSeenAt: Date;
  id: string;
  name: string;
  role: Role;
  tokenHash: Uint8Array;
}

/** Who holds this session now, with the role of now; null if it ended, lapsed or its person was deactivated. One query. */
export async function actorOfSession(tokenHash: Uint8Array, now: Date): Promise<StaffActor | null> {
  const [row] = await standingSessions([tokenHash], now);
  if (!row) return null;
  await keepAlive([row], now);
  return actorOf(row);
}

/** The same of many sessions, by the hex of their token's hash. Those that stand no more are missing. Only those in `inUse` are kept alive. */
export async function actorsOfSessions(
  tokenHashes: Uint8Array[],
  inUse: (tokenHash: string) => boolean,
  now: Date,
): Promise<Map<string, StaffActor>> {
  if (tokenHashes.length === 0) return new Map();
  const rows = await standingSessions(tokenHashes, now);
  const hexOf = ({ tokenHash }: SessionRow) => Buffer.from(tokenHash).toString("hex");
  await keepAlive(
    rows.filter((row) => inUse(hexOf(row))),
    now,
  );
  return new Map(rows.map((row) => [hexOf(row), actorOf(row)]));
}

const standingSessions = (tokenHashes: Uint8Array[], now: Date): Promise<SessionRow[]> =>
  deskDb().$queryRaw<SessionRow[]>`
    select session."id"::text as "sessionId", session."lastSeenAt", session."tokenHash",
      staff."id"::text, staff."name", staff."role"::text
    from "StaffSession" session join "Staff" staff on staff."id" = session."staffId"
    where session."tokenHash" in (${Prisma.join(tokenHashes.map((hash) => Buffer.from(hash)))})
      and session."endedAt" is null and session."endsAt" > ${now}
      and session."lastSeenAt" > ${since(idleLimit, now)} and staff."deactivatedAt" is null`;

const actorOf = ({ id, name, role, sessionId }: SessionRow): StaffActor => ({
  kind: "staff",
  id,
  name,
  role,
  sessionId,
});

async function keepAlive(rows: SessionRow[], now: Date): Promise<void> {
  const stale = rows.filter(({ lastSeenAt }) => lastSeenAt < since(seenEvery, now));
  if (stale.length === 0) return;
  await deskDb().staffSession.updateMany({
    where: {
      id: { in: stale.map(({ sessionId }) => sessionId) },
      endedAt: null,
      lastSeenAt: { lt: since(seenEvery, now) },
    },
    data: { lastSeenAt: now },
  });
}

/** Everybody with an account, those who are in first. @throws Fault forbidden for all but admins. */
export async function staffList(actor: Actor, now: Date = systemNow()): Promise<StaffRow[]> {
  if (!canManagePeople(actor)) throw forbidden("Only admins can see people.");
  return deskDb().$queryRaw<StaffRow[]>`
    select staff."id"::text, staff."name", staff."email", staff."role"::text, staff."createdAt", staff."deactivatedAt", staff."version",
      case when staff."deactivatedAt" is not null then 'deactivated' when staff."passwordHash" is null then 'invited' else 'active' end
        as "state",
      (select max(session."lastSeenAt") from "StaffSession" session where session."staffId" = staff."id") as "lastSeenAt",
      (select max(link."endsAt") from "PasswordLink" link
        where link."staffId" = staff."id" and link."usedAt" is null and link."endsAt" > ${now}) as "linkEndsAt"
    from "Staff" staff
    order by staff."deactivatedAt" is not null, lower(staff."name"), staff."id"`;
}

/** All profiles, for bylines to choose from; everybody at the desk may know them. */
export const profiles = (_actor: Actor): Promise<ProfileChoice[]> =>
  deskDb().profile.findMany({
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, slug: true, name: true, staffId: true },
  });

/** All profiles with what can be changed about them. @throws Fault forbidden */
export async function deskProfiles(actor: Actor): Promise<ProfileRow[]> {
  if (!canManageProfiles(actor)) throw forbidden("Only editors look after profiles.");
  return deskDb().$queryRaw<ProfileRow[]>`
    select profile."id"::text, profile."slug", profile."name", profile."bio", profile."staffId"::text, profile."version",
      (select staff."name" from "Staff" staff where staff."id" = profile."staffId") as "staffName",
      (select count(distinct byline."storyId")::int from "StoryByline" byline where byline."profileId" = profile."id") as "stories",
      coalesce((select live."stories" from "LiveProfile" live where live."slug" = profile."slug"), 0) as "live"
    from "Profile" profile order by profile."name", profile."id"`;
}

/** The names of all who have or had an account, and whether they still have it; everybody at the desk may know them. */
export async function colleagues(_actor: Actor): Promise<{ id: string; name: string; isIn: boolean }[]> {
  const people = await deskDb().staff.findMany({
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, deactivatedAt: true },
  });
  return people.map(({ deactivatedAt, ...person }) => ({ ...person, isIn: deactivatedAt === null }));
}

/** Where the actor is signed in, the latest use first. */
export async function ownSessions(actor: StaffActor, now: Date = systemNow()): Promise<OwnSession[]> {
  const sessions = await deskDb().staffSession.findMany({
    where: { staffId: actor.id, endedAt: null, endsAt: { gt: now }, lastSeenAt: { gt: since(idleLimit, now) } },
    orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
    select: { id: true, device: true, createdAt: true, lastSeenAt: true },
  });
  return sessions.map((session) => ({ ...session, isThisOne: session.id === actor.sessionId }));
}
