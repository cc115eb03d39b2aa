import "server-only";
import { deskDb } from "#lib/db/desk";
import { since } from "./sessions.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Forgets what is over: counters of tries, sessions and links of long ago, browsers not seen for a year. */
export async function forgetOldAccess(now: Date): Promise<void> {
  const db = deskDb();
  await db.throttle.deleteMany({ where: { expire: { lt: since(HOUR, now).getTime() } } });
  await db.staffSession.deleteMany({ where: { endsAt: { lt: since(90 * DAY, now) } } });
  await db.passwordLink.deleteMany({ where: { endsAt: { lt: since(90 * DAY, now) } } });
  await db.knownDevice.deleteMany({ where: { createdAt: { lt: since(365 * DAY, now) } } });
}
