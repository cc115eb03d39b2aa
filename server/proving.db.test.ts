import { createServer, type Server } from "node:http";
import { afterEach, beforeAll, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { publishStory } from "#newsroom/stories/commands/publish-story";
import { aNewsroom, aStory, theProgram } from "#newsroom/stories/testing";
import { openProving } from "./proving.ts";

beforeAll(async () => {
  await aNewsroom();
});

let proving: ReturnType<typeof openProving> | undefined;
let site: Server | undefined;
afterEach(async () => {
  await proving?.close();
  await new Promise((closed) => site?.close(closed));
});

/** Before readers a site that shows the right page from its `right`th answer on; answers when it was asked. */
async function provedAt(revisionId: string, right: number): Promise<{ times: number[] }> {
  const times: number[] = [];
  site = createServer((_, response) => {
    times.push(Date.now());
    const shown = times.length >= right ? revisionId : "another";
    response.setHeader("connection", "close");
    response.end(`<meta name="chapar:revision" content="${shown}"/>`);
  });
  await new Promise<void>((ready) => site?.listen(0, "127.0.0.1", ready));
  const address = site.address();
  const port = typeof address === "object" && address ? address.port : 0;
  proving = openProving({ port, siteUrl: `http://127.0.0.1:${port}` });
  return { times };
}

/** A minute ago; nobody has looked since. */
async function publishedLongAgo(headline: string) {
  const draft = await aStory({ headline });
  const { revisionId } = await publishStory(theProgram, draft, { now: new Date(Date.now() - 60_000) });
  return { storyId: draft.storyId, revisionId };
}

const proofs = (storyId: string) =>
  deskDb().proof.findMany({ where: { storyId }, orderBy: { place: "asc" }, select: { isProved: true } });
const alarms = (storyId: string) => deskDb().event.count({ where: { subject: storyId, type: "proof.missing" } });

it("whoever comes late, and finds a page that is just being made anew, looks again and alarms nobody", async () => {
  const { storyId, revisionId } = await publishedLongAgo("Made anew");
  await provedAt(revisionId, 3);
  await expect.poll(() => proofs(storyId), { timeout: 15_000 }).toEqual([{ isProved: true }, { isProved: true }]);
  expect(await alarms(storyId)).toBe(0);
});

it("what is not right either some seconds later is an alarm", async () => {
  const { storyId, revisionId } = await publishedLongAgo("Stays as it was");
  const { times } = await provedAt(revisionId, Number.POSITIVE_INFINITY);
  await expect.poll(() => alarms(storyId), { timeout: 30_000 }).toBe(1);
  expect(times.length).toBeGreaterThan(2);
});
