import "server-only";
import { deskDb } from "#lib/db/desk";
import type { EventPayload } from "../kernel/events.ts";
import { isId } from "../kernel/ids.ts";
import { newsroomSettings } from "../settings/queries.ts";
import { type Names, namedIn } from "./event-words.ts";

/** What is named in these events, as it is called now. */
export async function namesIn(events: readonly { payload: EventPayload }[], now: Date): Promise<Names> {
  const ids = events.map(({ payload }) => namedIn(payload));
  const of = (kind: "people" | "plans" | "revisions") => [...new Set(ids.flatMap((one) => one[kind].filter(isId)))];
  const [people, stages, desks, revisions, plans, { zone }] = await Promise.all([
    deskDb().staff.findMany({ where: { id: { in: of("people") } }, select: { id: true, name: true } }),
    deskDb().stage.findMany({ select: { key: true, name: true } }),
    deskDb().desk.findMany({ select: { id: true, name: true } }),
    deskDb().revision.findMany({
      where: { id: { in: of("revisions") }, name: { not: null } },
      select: { id: true, name: true },
    }),
    deskDb().plan.findMany({
      where: { id: { in: of("plans") } },
      select: { id: true, verb: true, at: true, failure: true },
    }),
    newsroomSettings(),
  ]);
  return {
    people: new Map(people.map(({ id, name }) => [id, name])),
    stages: new Map(stages.map(({ key, name }) => [key, name])),
    desks: new Map(desks.map(({ id, name }) => [id, name])),
    revisions: new Map(revisions.map(({ id, name }) => [id, `“${name}”`])),
    plans: new Map(plans.map(({ id, ...plan }) => [id, plan])),
    zone,
    now,
  };
}
