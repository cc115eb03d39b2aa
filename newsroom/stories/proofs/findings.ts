import "server-only";
import { z } from "zod";
import { deskDb } from "#lib/db/desk";
import { log } from "#lib/log";
import { system } from "../../kernel/actor.ts";
import { command } from "../../kernel/command.ts";
import { Id } from "../../kernel/ids.ts";
import { alarmFrom, unlooked } from "./proofs.ts";
import type { Expected, Finding, NoticedChange } from "./proving.ts";

/** Keeps what was found, of looks that began at `firstLookAt`; what is not right is kept once it is an alarm. */
export async function keepFinding(
  change: NoticedChange,
  place: string,
  expected: Expected,
  finding: Finding,
  { firstLookAt, now }: { firstLookAt: Date; now: Date },
): Promise<void> {
  if (!finding.isProved && now < alarmFrom(change.at, firstLookAt)) return;
  const { eventId, storyId } = change;
  const found = { checkedAt: now, ...finding };
  let isNew = await isFirstNote(change, place, expected, found);
  if (!isNew) {
    // Somebody else may have found the page right in the meantime: that stands.
    const where = { eventId, place, isProved: false };
    const { count } = await deskDb().proof.updateMany({ where: { ...where, result: unlooked }, data: found });
    if (count === 0) await deskDb().proof.updateMany({ where, data: found });
    isNew = count > 0;
  }
  if (finding.isProved || !isNew) return;
  log.error("Readers do not have what was published", { storyId, eventId, place, found: finding.result });
  await announce("proof.missing", change, expected, now);
}

/** Notes that nobody looked at one place in time, unless somebody just did. */
export async function noteUnlooked(change: NoticedChange, place: string, expected: Expected, now: Date): Promise<void> {
  const { eventId, storyId } = change;
  if (!(await isFirstNote(change, place, expected, { checkedAt: now, isProved: false, result: unlooked }))) return;
  log.error("Nobody has looked whether readers have what was published", { storyId, eventId, place });
  await announce("proof.unlooked", change, expected, now);
}

async function isFirstNote(
  { eventId, storyId, at: changedAt, staffId }: NoticedChange,
  place: string,
  { revisionId }: Expected,
  found: Finding & { checkedAt: Date },
): Promise<boolean> {
  const { count } = await deskDb().proof.createMany({
    data: [{ eventId, place, storyId, revisionId, changedAt, staffId, ...found }],
    skipDuplicates: true,
  });
  return count > 0;
}

const clock = system("the clock");
type Unproved = "proof.missing" | "proof.unlooked";

/** Tells people: of each change once, wherever else it is so. */
const announce = (type: Unproved, change: NoticedChange, expected: Expected, now: Date) => {
  const { storyId, eventId, staffId } = change;
  return tellOf(clock, { type, storyId, eventId, staffId, expects: expected.revisionId ? "live" : "gone" }, { now });
};

const tellOf = command({
  name: "proof.announce",
  input: z.object({
    type: z.enum(["proof.missing", "proof.unlooked"]),
    storyId: Id,
    eventId: Id,
    staffId: Id.nullable(),
    expects: z.enum(["live", "gone"]),
  }),
  async run({ tx, emit }, { type, storyId, ...what }) {
    // Places find the same at the same moment.
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtext(${`proof of ${what.eventId}`}))::text`;
    // Who knows that it is not there need not hear that somewhere else nobody looked.
    const said: Unproved[] = type === "proof.missing" ? [type] : [type, "proof.missing"];
    const where = { subject: storyId, type: { in: said }, payload: { path: ["eventId"], equals: what.eventId } };
    if ((await tx.event.count({ where })) === 0) emit({ type, subject: storyId, payload: what });
    return {};
  },
});
