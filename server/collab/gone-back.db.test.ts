// A copy of PostgreSQL takes over that had not heard of the last words, or a backup is restored beneath a program that runs: whoever has the
// story open still has them.
import pg from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { deskDb } from "#lib/db/desk";
import { env } from "#lib/env";
import { aStaff } from "#newsroom/people/testing";
import { aNewsroom, aStory } from "#newsroom/stories/testing";
import { aBrowser, anEditor, storedText, type TestEditor } from "../../testing/editor-window.ts";
import { aCollabServer, type Served } from "./testing.ts";

let at: Served;
const owner = new pg.Client({ connectionString: env().DATABASE_OWNER_URL });
beforeAll(async () => {
  await aNewsroom();
  await owner.connect();
  at = await aCollabServer();
});
afterAll(async () => {
  await at.close();
  await owner.end();
});

const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 9_000, interval: 10 });
const saved = ({ sync }: TestEditor) => soon(() => expect(sync.state().kind).toBe("saved"));

/** Two sentences are stored, and the database has forgotten the second and all after it. */
async function aForgottenText() {
  const [anna, boris] = [await aStaff({ role: "editor" }), await aStaff({ role: "editor" })];
  const { storyId } = await aStory();
  const [first, second] = [
    await anEditor(await aBrowser(at.url, anna), anna, storyId),
    await anEditor(await aBrowser(at.url, boris), boris, storyId),
  ];
  await Promise.all([saved(first), saved(second)]);
  for (const words of ["One.", "Two.", "Three."]) {
    first.write(words);
    await saved(first);
  }
  await soon(() => expect(second.text()).toContain("Three."));
  await deskDb().documentUpdate.deleteMany({ where: { storyId, seq: { gt: 1 } } });
  await deskDb().documentClient.deleteMany({ where: { storyId } });
  await deskDb().storyDocument.update({ where: { storyId }, data: { seq: 1, settledSeq: 1 } });
  return { storyId, anna, boris, first, second };
}

it("what is typed next brings back what it builds on, and is stored", async () => {
  const { storyId, boris, first, second } = await aForgottenText();
  second.write("Four.");
  await saved(second);
  expect(await storedText(storyId)).toBe("Lorries wait.\nOne.\nTwo.\nThree.\nFour.");
  first.write("Five.");
  await saved(first);
  expect(await storedText(storyId)).toBe("Lorries wait.\nOne.\nTwo.\nThree.\nFour.\nFive.");
  expect(await deskDb().documentClient.count({ where: { storyId, staffId: boris.id } })).toBe(1);
  for (const window of [first, second]) window.close();
});

it("it comes back although nobody types, once the connection that was lost to it stands again", async () => {
  const { storyId, first, second } = await aForgottenText();
  await owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'chapar documents'`,
  );
  await soon(async () => expect(await storedText(storyId)).toBe("Lorries wait.\nOne.\nTwo.\nThree."));
  for (const window of [first, second]) window.close();
});
