import "server-only";
import type { Actor } from "#newsroom/kernel/actor";
import { may } from "#newsroom/people/roles";
import { ownMentions } from "#newsroom/stories/comment-queries";
import { deskStories } from "#newsroom/stories/queries";
import { stages } from "#newsroom/workflow/queries";
import { submittedTo } from "#newsroom/workflow/stages";
import { lastOutFirst, nextFirst } from "../../../components/desk/home/home-lists.ts";

const shown = 6;

/** The lists of the desk's first page. */
export async function deskHome(actor: Actor) {
  const seesWaiting = may(actor, "story.move");
  const waitsAt = submittedTo(await stages());
  const [mentions, returned, mine, waiting, planned, live] = await Promise.all([
    ownMentions(actor),
    deskStories(actor, { returned: "toMe", limit: shown }),
    deskStories(actor, { mine: true, publication: "unpublished", limit: shown }),
    seesWaiting ? deskStories(actor, { stage: waitsAt.key, limit: shown }) : { stories: [] },
    deskStories(actor, { publication: "planned", limit: 50 }),
    deskStories(actor, { publication: "live", limit: 50 }),
  ]);
  return {
    mentions,
    returned: returned.stories,
    waitsAt: { key: waitsAt.key, name: waitsAt.name },
    mine: mine.stories,
    waiting: waiting.stories,
    planned: nextFirst(planned.stories).slice(0, shown),
    live: lastOutFirst(live.stories).slice(0, shown),
    seesWaiting,
  };
}
