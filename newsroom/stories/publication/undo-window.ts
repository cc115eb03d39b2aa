import "server-only";
import type { CommandContext } from "../../kernel/context.ts";
import { conflict } from "../../kernel/faults.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { reasonNotToPublish } from "../../workflow/publication.ts";
import type { StoryInHand } from "../story-at-hand.ts";
import { type Said, sayWith } from "./change-log.ts";
import { demandOrder, makePlan } from "./plans.ts";
import { cutForPublication, goLive } from "./publication.ts";
import { addressOf } from "./reach.ts";

interface Wanted {
  verb: "publish" | "update" | "correct";
  seq: number;
  /** What readers are told with it, if somebody says so. */
  said: Said | null;
}

/**
 * Publishes what the publisher saw once the newsroom's undo window is over, so that it can be taken back; at once where there is none.
 * The plan lives in the database, whatever becomes of the publisher's window. `liveAt`: null where readers have it already.
 */
export async function goLiveAfterWindow(context: CommandContext, found: StoryInHand, { verb, seq, said }: Wanted) {
  const { now, tx } = context;
  const { id: storyId, version } = found;
  const { undoWindowSeconds, zone, language } = await newsroomSettings(tx);
  const cut = async (kind: "published" | "planned") => {
    const { story, revision } = await cutForPublication(context, found, kind, { seq });
    if (said) await sayWith(tx, revision.id, storyId, said);
    return { story, revision };
  };
  if (undoWindowSeconds === 0) {
    const { story, revision } = await cut("published");
    return { ...(await goLive(context, story, revision)), liveAt: null };
  }
  const at = new Date(now.getTime() + undoWindowSeconds * 1000);
  const reason = reasonNotToPublish(found, at, zone);
  if (reason) throw conflict(reason);
  await demandOrder(tx, { storyId, verb, at, zone }, now);
  const { story, revision } = await cut("planned");
  await makePlan(context, { storyId, verb, revisionId: revision.id, at, zone, isUndoable: true });
  const address = addressOf(story, language);
  return { version: version + 1, revisionId: revision.id, address, liveAt: at.toISOString() };
}
