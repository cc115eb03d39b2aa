import "server-only";
import { z } from "zod";
import { deskDb } from "#lib/db/desk";
import type { Actor } from "../kernel/actor.ts";
import { systemNow } from "../kernel/clock.ts";
import type { EventPayload } from "../kernel/events.ts";
import { deskStory } from "../stories/queries.ts";
import { eventWords } from "./event-words.ts";
import { namesIn } from "./names.ts";

/** One thing that happened. */
export interface HistoryEntry {
  id: string;
  at: Date;
  /** As they were called then; the program itself by the part that did it. */
  by: string;
  isProgram: boolean;
  /** What they did, to go after their name. */
  words: string;
  /** What they said with it. */
  note: string | null;
}

const perPage = 50;
const Payload = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]));

/**
 * Who did what to a story, and when, the newest first. `before` goes on where the page before ended, at its `next`; what is no place in the
 * history is overlooked. @throws Fault notFound, also for a story that may not be read
 */
export async function storyHistory(
  actor: Actor,
  storyId: string,
  before?: string | undefined,
  now: Date = systemNow(),
): Promise<{ entries: HistoryEntry[]; next: string | null }> {
  const { publication } = await deskStory(actor, storyId);
  const rows = await deskDb().event.findMany({
    where: { subject: storyId, ...(isPlace(before) && { position: { lt: BigInt(before) } }) },
    orderBy: { position: "desc" },
    take: perPage + 1,
    select: { id: true, position: true, type: true, actorKind: true, actorName: true, payload: true, at: true },
  });
  const shown = rows.slice(0, perPage).map((row) => ({ ...row, payload: Payload.catch({}).parse(row.payload) }));
  const [names, notes] = await Promise.all([namesIn(actor, shown, now), notesIn(shown)]);
  const entries = shown.map(({ id, type, at, actorKind, actorName, payload }) => ({
    id,
    at,
    by: actorName,
    isProgram: actorKind !== "staff",
    words: eventWords({ type, payload }, names, "it"),
    note:
      notes.get(String(payload.noteId)) ??
      names.plans.get(type === "plan.failed" ? String(payload.planId) : "")?.failure ??
      // Of a withdrawal from before notes were kept with it: it stands with the story, as long as that is withdrawn.
      (publication.state === "withdrawn" && publication.at.getTime() === at.getTime() ? publication.reason : null),
  }));
  return { entries, next: rows.length > perPage ? String(shown.at(-1)?.position) : null };
}

/** A place in the order of all events, as text. */
const isPlace = (before: string | undefined): before is string => before !== undefined && /^\d{1,18}$/.test(before);

type Shown = readonly { payload: EventPayload }[];

async function notesIn(events: Shown): Promise<Map<string, string>> {
  const ids = events.flatMap(({ payload }) => (typeof payload.noteId === "string" ? [payload.noteId] : []));
  const notes = await deskDb().storyNote.findMany({ where: { id: { in: ids } }, select: { id: true, text: true } });
  return new Map(notes.map(({ id, text }) => [id, text]));
}
