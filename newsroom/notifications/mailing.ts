import "server-only";
import { createHash } from "node:crypto";
import { Prisma } from "@prisma/client";
import { deskDb } from "#lib/db/desk";
import { env } from "#lib/env";
import { log } from "#lib/log";
import { type Mail, MailFailed } from "#lib/mail/mail";
import { sendMail } from "#lib/mail/send";
import { mailSettings } from "#lib/mail/settings";
import { newsroomSettings } from "../settings/queries.ts";
import { atHand, canReadStory } from "../stories/policy.ts";
import { againAt, channelsOf, mostTries } from "./kinds.ts";
import { mailAbout } from "./mail-words.ts";

/** Mails in one round, and notifications in one mail. */
const mostMails = 20;
const mostInOne = 50;
/** Milliseconds by which mail is late: somebody sends it every five seconds. */
const lateAfter = 30_000;
/** Milliseconds after which a round begins no other mail: its job must end long before another process takes it for dead. */
const longestRound = 60_000;

type Send = (mail: Mail, signal?: AbortSignal) => Promise<void>;

const toServer: Send = (mail, signal) => sendMail(mailSettings(), mail, undefined, signal);

/**
 * Sends what is to go out by mail, what somebody is to hear at once in one mail. At least once: a program that dies over a mail sends
 * it again, with the same id; so does one that `signal` stops over it. Where no server answers, or a slow one, the others wait for the
 * next round.
 */
export async function sendMails(
  now: Date,
  send: Send = toServer,
  longest = longestRound,
  signal?: AbortSignal,
): Promise<void> {
  await sendClaimed(dueMail(now), now, send, longest, signal);
}

/**
 * The same for trouble only, once its mail has waited for longer than who sends mails lets it: whoever told of it sends it then, with what
 * else its person is to hear. Who has claimed it sends it alone.
 */
export async function sendLateTrouble(
  now: Date,
  send: Send = toServer,
  longest = longestRound,
  signal?: AbortSignal,
): Promise<void> {
  const due = Prisma.sql`${dueMail(new Date(now.getTime() - lateAfter))} and "kind" = 'trouble'`;
  await sendClaimed(due, now, send, longest, signal);
}

const dueMail = (by: Date): Prisma.Sql => Prisma.sql`"mailAt" <= ${by}`;

async function sendClaimed(
  due: Prisma.Sql,
  now: Date,
  send: Send,
  longest: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const began = performance.now();
  for (let sent = 0; sent < mostMails && performance.now() - began < longest && !signal?.aborted; sent++) {
    const batch = await claimed(due, now);
    if (!batch || !(await deliver(batch, now, (mail) => send(mail, signal)))) return;
  }
}

interface Batch {
  ids: string[];
  /** The try that begins now, counted from 1. */
  tries: number;
}

interface DueRow {
  id: string;
  staffId: string;
  mailTries: number;
  mailAt: Date;
}

/** The mail that has waited longest, put off at once: whoever looks while it is being sent passes it by. */
const claimed = (due: Prisma.Sql, now: Date): Promise<Batch | null> =>
  deskDb().$transaction(async (tx) => {
    // One claims at a time, so that what belongs into one mail is not torn apart.
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('notifications.mail'))::text`;
    const [first] = await tx.$queryRaw<DueRow[]>`
      select "id"::text, "staffId"::text, "mailTries", "mailAt" from "Notification" where ${due}
      order by "mailAt", "id" limit 1 for update skip locked`;
    if (!first) return null;
    // What was tried together is tried together again, and nothing with it: the same mail has the same id.
    const until = first.mailTries === 0 ? now : first.mailAt;
    const rows = await tx.$queryRaw<{ id: string }[]>`
      select "id"::text from "Notification"
      where "staffId" = ${first.staffId}::uuid and "mailTries" = ${first.mailTries}
        and "mailAt" between ${first.mailAt} and ${until}
      order by "mailAt", "id" limit ${mostInOne} for update skip locked`;
    const ids = rows.map(({ id }) => id);
    const tries = first.mailTries + 1;
    await tx.notification.updateMany({
      where: { id: { in: ids } },
      data: { mailTries: tries, mailAt: againAt(tries, now) },
    });
    return { ids, tries };
  });

/** False where no server answered. */
async function deliver({ ids, tries }: Batch, now: Date, send: Send): Promise<boolean> {
  // A program died over the last try.
  if (tries > mostTries) await giveUp(ids, `It was tried ${mostTries} times.`);
  const due = await stillDue(ids, now);
  await deskDb().notification.updateMany({
    where: { id: { in: ids.filter((id) => !due.some((row) => row.id === id)) } },
    data: { mailAt: null },
  });
  const [first] = due;
  if (!first) return true;
  const where = { id: { in: due.map(({ id }) => id) } };
  const { name: newsroom } = await newsroomSettings();
  const words = mailAbout(due, { newsroom, site: env().SITE_URL }, now);
  try {
    await send({ to: first.staff.email, ...words, id: idOf(due), at: now });
  } catch (error) {
    if (!(error instanceof MailFailed)) throw error;
    log.warn("A mail did not go out", { to: first.staffId, tries, failure: error.message });
    await deskDb().notification.updateMany({ where, data: { mailFailure: error.message } });
    if (tries >= mostTries) await giveUp(where.id.in, error.message);
    return !error.isServerAway;
  }
  await deskDb().notification.updateMany({ where, data: { mailAt: null, mailedAt: now, mailFailure: null } });
  return true;
}

/** Of those, what its person has not seen yet, still wants by mail, and may know of now. */
async function stillDue(ids: string[], now: Date) {
  const rows = await deskDb().notification.findMany({
    where: { id: { in: ids }, mailAt: { gt: now }, seenAt: null, staff: { deactivatedAt: null } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: {
      id: true,
      kind: true,
      aboutId: true,
      cause: true,
      staffId: true,
      by: { select: { name: true } },
      staff: { select: { id: true, name: true, role: true, email: true, notificationChoices: true } },
      story: { select: { id: true, headline: true, slugline: true, embargoUntil: true, ...atHand } },
    },
  });
  return rows
    .filter(
      ({ kind, staff, story }) =>
        channelsOf(kind, staff.notificationChoices).isMailed &&
        canReadStory({ ...staff, kind: "staff", sessionId: "" }, story),
    )
    .map(({ by, ...row }) => ({ ...row, by: by?.name ?? null }));
}

const giveUp = (ids: string[], mailFailure: string) =>
  deskDb().notification.updateMany({ where: { id: { in: ids } }, data: { mailAt: null, mailFailure } });

const idOf = (rows: readonly { id: string }[]): string =>
  createHash("sha256")
    .update(rows.map(({ id }) => id).join())
    .digest("hex")
    .slice(0, 32);
