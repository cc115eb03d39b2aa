import "server-only";
import type { Actor } from "#newsroom/kernel/actor";
import { systemNow } from "#newsroom/kernel/clock";
import { may } from "#newsroom/people/roles";
import { nextActions } from "#newsroom/planning/next-action-queries";
import { publicationAlarms } from "#newsroom/stories/publication/alarm-queries";
import { deskStories } from "#newsroom/stories/story-lists";
import { stages } from "#newsroom/workflow/queries";
import { editedAt, ideasAt } from "#newsroom/workflow/stages";
import { lastOutFirst } from "../../../components/desk/home/home-lists.ts";

const shown = 6;

/** The lists of the desk's first page. */
export async function deskHome(actor: Actor) {
  const seesWaiting = may(actor, "story.move");
  const all = await stages();
  const waitsAt = editedAt(all).map(({ key, name }) => ({ key, name }));
  const now = systemNow();
  const [alarms, next, mine, waiting, planned, live] = await Promise.all([
    publicationAlarms(actor, now),
    nextActions(actor, now),
    deskStories(actor, { mine: true, publication: "unpublished", limit: shown }),
    seesWaiting ? deskStories(actor, { stage: waitsAt.map(({ key }) => key), limit: shown }) : { stories: [] },
    deskStories(actor, { publication: "planned", limit: shown }),
    deskStories(actor, { publication: "live", limit: 50 }),
  ]);
  return {
    alarms,
    next,
    waitsAt,
    ideasAt: ideasAt(all),
    mine: mine.stories,
    waiting: waiting.stories,
    planned: planned.stories,
    live: lastOutFirst(live.stories).slice(0, shown),
    seesWaiting,
  };
}
