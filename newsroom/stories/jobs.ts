import "server-only";
import { z } from "zod";
import { isDatabaseAway } from "#lib/db/away";
import { deskDb } from "#lib/db/desk";
import { log } from "#lib/log";
import { schemaNumber } from "../body/schema-number.ts";
import { system } from "../kernel/actor.ts";
import { command } from "../kernel/command.ts";
import { Id } from "../kernel/ids.ts";
import { mendText } from "./commands/mend-text.ts";
import { quarantineText } from "./commands/quarantine-text.ts";
import { settleText } from "./commands/settle-text.ts";
import { mergedDocument } from "./document/document.ts";
import { openedDocument } from "./document/typing.ts";
import { liftEmbargo } from "./publication/embargo.ts";
import { storyInHand } from "./story-at-hand.ts";

const actor = system("the clock");
const most = 500;
/** Milliseconds after which text that is open somewhere has come to rest. */
const settledBy = 10_000;

/** Text of a window whose program was killed before it came to rest. What a newer program knows waits for one; a text that fails holds up no other. */
export async function settleLeftTexts(now: Date, signal?: AbortSignal): Promise<number> {
  const left = await deskDb().$queryRaw<{ storyId: string; at: Date }[]>`
    select document."storyId"::text, max(update."at") as "at"
    from "StoryDocument" document join "DocumentUpdate" update on update."storyId" = document."storyId"
    where document."settledSeq" < document."seq" and document."schema" <= ${schemaNumber}
    group by document."storyId" having max(update."at") < ${new Date(now.getTime() - settledBy)}
    order by max(update."at") desc limit 50`;
  for (const { storyId, at } of left) {
    if (signal?.aborted) break;
    try {
      await settleLeftText(storyId, at);
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      log.error("A text could not come to rest", { storyId, error });
    }
  }
  return left.length;
}

async function settleLeftText(storyId: string, at: Date): Promise<void> {
  const { seq, updates } = await openedDocument(storyId);
  const { unfit } = await settleText(actor, { storyId, seq, doc: mergedDocument(updates) }, { now: at });
  // What is mended comes to rest with the next round.
  if (unfit && !(await mendText(actor, { storyId }, { now: at })).fits) await quarantineText(actor, { storyId });
}

/** Announces what time alone has changed for readers: embargoes that ended. One that fails waits for the next round. Answers how many. */
export async function announceLapses(now: Date, signal?: AbortSignal): Promise<number> {
  const due = await deskDb().lapse.findMany({ where: { at: { lte: now } }, orderBy: { at: "asc" }, take: most });
  let announced = 0;
  for (const { storyId } of due) {
    if (signal?.aborted) break;
    try {
      if ((await announceLapse(actor, { storyId }, { now })).lapsed) announced++;
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      log.error("The end of an embargo could not be announced", { storyId, error });
    }
  }
  return announced;
}

const announceLapse = command({
  name: "story.lapse_embargo",
  input: z.object({ storyId: Id }),
  async run(context, { storyId }) {
    const { tx, now } = context;
    const story = await storyInHand(tx, storyId);
    const lapse = await tx.lapse.findUnique({ where: { storyId_kind: { storyId, kind: "embargo" } } });
    if (!lapse || lapse.at > now) return { lapsed: false };
    await liftEmbargo(context, story);
    return { lapsed: true };
  },
});
