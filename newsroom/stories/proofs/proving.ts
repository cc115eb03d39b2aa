import "server-only";
import { z } from "zod";
import { deskDb } from "#lib/db/desk";
import type { FetchOutside } from "#lib/fetch/client";
import { FetchFailed } from "#lib/fetch/client";
import { underEmbargo } from "../../kernel/clock.ts";
import type { EventType } from "../../kernel/events.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { addressOf } from "../publication/reach.ts";
import { toldMark } from "../published/told-mark.ts";
import { entryIn, linkIn, lookedAt, type OtherPlace } from "./gone-places.ts";
import { provedForMs } from "./proofs.ts";
import { placesGone } from "./taken-down.ts";

/** What readers notice of a story, and so what is proved. */
export const noticedByReaders = [
  "story.published",
  "story.updated",
  "story.corrected",
  "story.readdressed",
  "story.told_changed",
  "story.unpublished",
  "story.retracted",
  "story.killed",
  "story.embargoed",
  "story.embargo_lapsed",
] as const satisfies EventType[];

/** Of a page of the longest story. */
const largestPage = 64 * 1024 * 1024;

export interface NoticedChange {
  position: bigint;
  eventId: string;
  storyId: string;
  at: Date;
  staffId: string | null;
  /** `{language}/{slug}`, where the story stood and stands. */
  addresses: string[];
  /** What else the event says of where it stood. */
  reach: unknown;
}

const Payload = z.object({
  addresses: z.array(z.string()).default([]),
  plannedBy: z.string().nullable().default(null),
});

/** The events after `position`, or of the last minutes: where they end, and the newest of each story that readers notice. */
export async function noticedSince(
  position: bigint | null,
  now: Date,
): Promise<{ position: bigint; changes: NoticedChange[] }> {
  // Positions are given in commit order: up to here, everything is there.
  const newest = await deskDb().event.findFirst({ orderBy: { position: "desc" }, select: { position: true } });
  const end = newest?.position ?? 0n;
  if (position !== null && end <= position) return { position, changes: [] };
  const rows = await deskDb().event.findMany({
    where: {
      type: { in: [...noticedByReaders] },
      at: { gte: new Date(now.getTime() - provedForMs) },
      position: { lte: end, ...(position !== null && { gt: position }) },
    },
    orderBy: { position: "desc" },
    select: { position: true, id: true, subject: true, actorId: true, payload: true, at: true },
  });
  const seen = new Set<string>();
  const changes = rows.flatMap(({ id, subject, at, actorId, payload, ...row }): NoticedChange[] => {
    if (!subject || seen.has(subject)) return [];
    const { addresses, plannedBy } = Payload.parse(payload);
    // Of a story that stood nowhere, readers noticed nothing: what they noticed before is still to be proved.
    if (addresses.length === 0) return [];
    seen.add(subject);
    return [{ ...row, eventId: id, storyId: subject, at, staffId: plannedBy ?? actorId, addresses, reach: payload }];
  });
  return { position: end, changes };
}

/** What readers should find now: a revision at an address, or nothing at those where the story stood, or a notice in its place. */
export interface Expected {
  revisionId: string | null;
  /** Of a revision: what readers are told with it, as `toldMark` has it. */
  told?: string;
  paths: string[];
  isNotice?: boolean;
  /** What else may not lead to these paths, or may not be there. */
  others?: OtherPlace[];
}

/** What readers have of a story now; null under an embargo too, though the row stands there. */
export async function liveNow(storyId: string, now: Date) {
  const live = await deskDb().liveStory.findUnique({
    where: { id: storyId },
    select: { language: true, slug: true, revisionId: true, embargoUntil: true },
  });
  return live && !underEmbargo(live, now) ? live : null;
}

/** Null for a story that is not there any more. */
export async function expectedOf({ storyId, at, reach }: NoticedChange, now: Date): Promise<Expected | null> {
  const [story, live] = await Promise.all([
    deskDb().story.findUnique({
      where: { id: storyId },
      select: { id: true, language: true, publication: true, translationGroupId: true, firstPublishedAt: true },
    }),
    liveNow(storyId, now),
  ]);
  if (!story) return null;
  if (live) {
    const { language } = await newsroomSettings();
    return { revisionId: live.revisionId, told: await toldNow(storyId), paths: [addressOf(live, language)] };
  }
  const { addresses, others } = lookedAt(await placesGone(story, { at, payload: reach }));
  return { revisionId: null, paths: addresses, isNotice: story.publication === "retracted", others };
}

async function toldNow(storyId: string): Promise<string> {
  const [notes, changes] = await Promise.all([
    deskDb().liveCorrection.findMany({ where: { storyId }, select: { id: true, note: true, place: true } }),
    deskDb().liveChange.findMany({ where: { storyId }, select: { id: true } }),
  ]);
  return toldMark({ notes, changes });
}

export interface Finding {
  isProved: boolean;
  /** In a few words, for the desk. */
  result: string;
}

/** Looks as a reader without cookies would, at `origin`. */
export async function lookAt(
  origin: string,
  { revisionId, told = "", paths, isNotice = false, others = [] }: Expected,
  fetch: FetchOutside,
): Promise<Finding> {
  let found: Finding = { isProved: true, result: "" };
  for (const path of paths) {
    found = revisionId
      ? await findMarks(`${origin}${path}`, { revisionId, told }, fetch)
      : await findNothing(`${origin}${path}`, isNotice, fetch);
    if (!found.isProved) return found;
  }
  for (const place of others) {
    const wrong = await wrongAt(place, paths, origin, fetch);
    if (wrong) return { isProved: false, result: wrong };
  }
  return found;
}

async function wrongAt(
  { address, as }: OtherPlace,
  paths: string[],
  origin: string,
  fetch: FetchOutside,
): Promise<string | null> {
  const answer = await answerOf(`${origin}${address}`, fetch);
  // What search was asked are words of the story: they stay out of logs.
  const named = address.replace(/[?].*$/, "");
  if (answer === null) return `no answer at ${named}`;
  if (typeof answer === "number") return null;
  if (as === "picture") return `the picture at ${named}`;
  if (as === "file") return entryIn(answer, paths) && `an entry in ${named}`;
  return linkIn(answer, paths, origin, as) && `a link on ${named}`;
}

const marks = {
  revision: /<meta\s+name="chapar:revision"\s+content="([^"]*)"/,
  told: /<meta\s+name="chapar:told"\s+content="([^"]*)"/,
};

async function findMarks(
  url: string,
  { revisionId, told }: { revisionId: string; told: string },
  fetch: FetchOutside,
): Promise<Finding> {
  const answer = await answerOf(url, fetch);
  if (typeof answer !== "string") return { isProved: false, result: answer ? String(answer) : "no answer" };
  const found = marks.revision.exec(answer)?.[1];
  if (!found) return { isProved: false, result: "another page" };
  if (found !== revisionId) return { isProved: false, result: "an older revision" };
  if ((marks.told.exec(answer)?.[1] ?? "") !== told) return { isProved: false, result: "older notes" };
  return { isProved: true, result: "200" };
}

async function findNothing(url: string, isNotice: boolean, fetch: FetchOutside): Promise<Finding> {
  const answer = await answerOf(url, fetch);
  if (typeof answer === "string")
    return isNotice && !marks.revision.test(answer)
      ? { isProved: true, result: "200, the notice" }
      : { isProved: false, result: "still there" };
  return answer ? { isProved: true, result: String(answer) } : { isProved: false, result: "no answer" };
}

/** What is there, the status of what is not, or null. */
async function answerOf(url: string, fetch: FetchOutside): Promise<string | number | null> {
  try {
    const answer = await fetch(url, {
      maxBytes: largestPage,
      accept: "text/html,*/*;q=0.8",
      alsoTakes: [404, 410, 451],
    });
    if (answer.kind === "body") return answer.body.toString("utf8");
    return answer.kind === "status" ? answer.status : null;
  } catch (error) {
    if (error instanceof FetchFailed) return null;
    throw error;
  }
}
