import "server-only";
import { deskDb } from "#lib/db/desk";
import type { Actor } from "../kernel/actor.ts";
import type { EventPayload } from "../kernel/events.ts";
import { isId } from "../kernel/ids.ts";
import { newsroomSettings } from "../settings/queries.ts";
import { knownTo } from "../stories/readable.ts";
import { storyName } from "../stories/story-name.ts";
import { namedIn } from "./event-words.ts";
import type { Names } from "./words/words.ts";

/** What is named in these events, as it is called now; of stories those that this person may know of. */
export async function namesIn(actor: Actor, events: readonly { payload: EventPayload }[], now: Date): Promise<Names> {
  const ids = events.map(({ payload }) => namedIn(payload));
  const of = (kind: keyof ReturnType<typeof namedIn>) => [...new Set(ids.flatMap((one) => one[kind].filter(isId)))];
  const [people, stages, desks, revisions, plans, tags, stories, { zone }] = await Promise.all([
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
    deskDb().tag.findMany({ where: { id: { in: of("tags") } }, select: { id: true, name: true } }),
    deskDb().story.findMany({
      where: { AND: knownTo(actor), id: { in: of("stories") } },
      select: { id: true, headline: true, slugline: true },
    }),
    newsroomSettings(),
  ]);
  return {
    people: new Map(people.map(({ id, name }) => [id, name])),
    stages: new Map(stages.map(({ key, name }) => [key, name])),
    desks: new Map(desks.map(({ id, name }) => [id, name])),
    revisions: new Map(revisions.map(({ id, name }) => [id, `“${name}”`])),
    plans: new Map(plans.map(({ id, ...plan }) => [id, plan])),
    tags: new Map(tags.map(({ id, name }) => [id, name])),
    stories: new Map(stories.map(({ id, ...story }) => [id, storyName(story)])),
    zone,
    now,
  };
}
