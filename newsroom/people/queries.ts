import "server-only";
import { deskDb } from "#lib/db/desk";
import type { Role, StaffActor } from "../kernel/actor.ts";
import { idleLimit, seenEvery, since } from "./sessions.ts";

interface Row {
  sessionId: string;
  lastSeenAt: Date;
  id: string;
  name: string;
  role: Role;
}

/** Who holds this session now, with the role of now; null if it ended, lapsed or its person was deactivated. One query. */
export async function actorOfSession(tokenHash: Uint8Array, now: Date): Promise<StaffActor | null> {
  const [row] = await deskDb().$queryRaw<Row[]>`
    select session."id" as "sessionId", session."lastSeenAt", staff."id", staff."name", staff."role"::text as "role"
    from "StaffSession" session join "Staff" staff on staff."id" = session."staffId"
    where session."tokenHash" = ${Buffer.from(tokenHash)} and session."endedAt" is null and session."endsAt" > ${now}
      and session."lastSeenAt" > ${since(idleLimit, now)} and staff."deactivatedAt" is null`;
  if (!row) return null;
  if (row.lastSeenAt < since(seenEvery, now)) await touch(row.sessionId, now);
  return { kind: "staff", id: row.id, name: row.name, role: row.role, sessionId: row.sessionId };
}

const touch = (id: string, now: Date) =>
  deskDb().staffSession.updateMany({
    where: { id, endedAt: null, lastSeenAt: { lt: since(seenEvery, now) } },
    data: { lastSeenAt: now },
  });
