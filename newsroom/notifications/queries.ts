import "server-only";
import type { Prisma } from "@prisma/client";
import { deskDb } from "#lib/db/desk";
import { type KeptMail, keptMails } from "#lib/mail/kept";
import { mailSettings } from "#lib/mail/settings";
import { type Actor, type StaffActor, staffIdOf } from "../kernel/actor.ts";
import { isId } from "../kernel/ids.ts";
import { canChangeSettings } from "../settings/policy.ts";
import { readableBy } from "../stories/readable.ts";
import { channelsOf, type NotificationKind, notificationKinds } from "./kinds.ts";
import type { OwnChoices, OwnNotifications } from "./schema.ts";
import { occasionWords, pathTo } from "./words.ts";

const perPage = 50;
const mostCounted = 99;
const mailsShown = 20;

/** What the actor was told, the newest first, of stories that they may read now. `cursor`: `next` of the page before. */
export async function ownNotifications(actor: Actor, cursor = ""): Promise<OwnNotifications> {
  const staffId = staffIdOf(actor);
  if (!staffId) return { notifications: [], next: null };
  const rows = await deskDb().notification.findMany({
    where: { AND: [shownTo(actor, staffId), after(cursor)] },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: perPage + 1,
    select: {
      id: true,
      kind: true,
      aboutId: true,
      cause: true,
      at: true,
      seenAt: true,
      mailAt: true,
      mailFailure: true,
      by: { select: { name: true } },
      story: { select: { id: true, headline: true, slugline: true, language: true } },
    },
  });
  const notifications = rows
    .slice(0, perPage)
    .map(({ id, kind, at, seenAt, mailAt, mailFailure, story, by, ...row }) => ({
      id,
      kind,
      words: occasionWords({ ...row, kind, by: by?.name ?? null }),
      path: pathTo({ ...row, kind, story }),
      headline: story.headline,
      slugline: story.slugline,
      language: story.language,
      at,
      isSeen: seenAt !== null,
      mailFailure: mailAt === null ? mailFailure : null,
    }));
  const last = notifications.at(-1);
  return { notifications, next: rows.length > perPage && last ? `${last.at.toISOString()}_${last.id}` : null };
}

/** How many of them the actor has not seen, at most 99. */
export async function unseenCount(actor: Actor): Promise<number> {
  const staffId = staffIdOf(actor);
  if (!staffId) return 0;
  return deskDb().notification.count({
    where: { AND: [shownTo(actor, staffId), { seenAt: null }] },
    take: mostCounted,
  });
}

/** The kinds in which the actor was told of a story and has not looked. */
export async function unseenKinds(actor: Actor, storyId: string): Promise<NotificationKind[]> {
  const staffId = staffIdOf(actor);
  if (!staffId || !isId(storyId)) return [];
  const rows = await deskDb().notification.findMany({
    where: { staffId, storyId, seenAt: null },
    distinct: ["kind"],
    select: { kind: true },
  });
  return rows.map(({ kind }) => kind);
}

/** What the actor is told where. */
export async function ownChoices(actor: StaffActor): Promise<OwnChoices> {
  const { email, notificationChoices } = await deskDb().staff.findUniqueOrThrow({
    where: { id: actor.id },
    select: { email: true, notificationChoices: true },
  });
  return { email, choices: notificationKinds.map((kind) => ({ kind, ...channelsOf(kind, notificationChoices) })) };
}

/** Is there a server that takes mail? */
export const isMailSetUp = (): boolean => mailSettings().smtpUrl !== null;

/** The newest mails that went nowhere, for those who may set a server up. */
export async function mailsThatStayed(actor: Actor): Promise<KeptMail[]> {
  return canChangeSettings(actor) && !isMailSetUp() ? keptMails(mailSettings().folder, mailsShown) : [];
}

const shownTo = (actor: Actor, staffId: string): Prisma.NotificationWhereInput => ({
  staffId,
  isShown: true,
  story: { is: readableBy(actor) },
});

function after(cursor: string): Prisma.NotificationWhereInput {
  const [instant = "", id = ""] = cursor.split("_");
  const at = new Date(instant);
  if (Number.isNaN(at.getTime()) || !isId(id)) return {};
  return { OR: [{ at: { lt: at } }, { at, id: { lt: id } }] };
}
