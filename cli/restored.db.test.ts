import pg from "pg";
import { beforeAll, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { env } from "#lib/env";
import type { StaffActor } from "#newsroom/kernel/actor";
import { planPublication } from "#newsroom/stories/commands/plan-publication";
import { revokeShare } from "#newsroom/stories/commands/revoke-share";
import { shareStory } from "#newsroom/stories/commands/share-story";
import { publicationAlarms } from "#newsroom/stories/publication/alarm-queries";
import { carryOutDuePlans } from "#newsroom/stories/publication/due-plans";
import { openPlan } from "#newsroom/stories/publication/plans";
import { aNewsroom, aPerson, aStory } from "#newsroom/stories/testing";
import { settleRestored } from "./restored.ts";

const hour = 3_600_000;
let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
});

async function settled(now: Date, carryOutDue = false) {
  const client = new pg.Client({ connectionString: env().DATABASE_OWNER_URL });
  await client.connect();
  try {
    return await settleRestored(client, { now, carryOutDue });
  } finally {
    await client.end();
  }
}

async function planned(headline: string, inHours: number) {
  const draft = await aStory({ headline });
  const at = new Date(Date.now() + inHours * hour);
  await planPublication(editor, { ...draft, at: at.toISOString(), zone: "UTC" });
  return { ...draft, at };
}

it("no link lets anybody in after a restore: it may have been revoked since the backup", async () => {
  const wishes = { recipient: "A lawyer", days: 7, mayComment: true, follows: true };
  const open = await shareStory(editor, { ...(await aStory()), ...wishes });
  const revoked = await shareStory(editor, { ...(await aStory()), ...wishes });
  await revokeShare(editor, { shareId: revoked.shareId });
  const before = await deskDb().shareLink.findUniqueOrThrow({ where: { id: revoked.shareId } });
  const now = new Date(Date.now() + hour);
  await settled(now);
  expect(await deskDb().shareLink.findUniqueOrThrow({ where: { id: open.shareId } })).toMatchObject({ revokedAt: now });
  expect(await deskDb().shareLink.findUniqueOrThrow({ where: { id: revoked.shareId } })).toEqual(before);
});

it("what was due before a restore waits for a person, and is named; what is due later goes out at its time", async () => {
  const late = await planned("Due before the restore", 1);
  const later = await planned("Due after the restore", 3);
  const now = new Date(Date.now() + 2 * hour);
  expect(await settled(now)).toEqual([{ headline: "Due before the restore", verb: "publish", at: late.at }]);
  expect(await carryOutDuePlans(now)).toBe(0);
  expect(await publicationAlarms(editor, now)).toMatchObject([{ kind: "plan failed", storyId: late.storyId }]);
  expect(await deskDb().plan.count({ where: { ...openPlan, storyId: later.storyId } })).toBe(1);
});

it("an operator who knows that nothing happened since may have it go out", async () => {
  await deskDb().plan.deleteMany();
  await planned("Due, and wanted", 1);
  const now = new Date(Date.now() + 2 * hour);
  expect(await settled(now, true)).toEqual([]);
  expect(await carryOutDuePlans(now)).toBe(1);
});
