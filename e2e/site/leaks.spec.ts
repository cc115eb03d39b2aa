import { expect, test } from "@playwright/test";
import { makeInEveryState } from "../support/program.ts";

/** State to the status of its address. What was never public answers as what never was. */
const never = { draft: 404, edit: 404, planned: 404 };
/** Each of them was corrected and moved to another address before: its old one answers the same. */
const before = { embargoed: 404, unpublished: 404, killed: 410, legal: 451, retracted: 200 };
const states = { ...never, ...before };
const addresses = (word: string): [string, number][] => [
  ...Object.entries(states).map(([state, status]): [string, number] => [`/stories/${word}-${state}`, status]),
  ...Object.entries(before).map(([state, status]): [string, number] => [`/stories/${word}-${state}-old`, status]),
  ...Object.keys(before).map((state): [string, number] => [`/${word}-${state}.html`, 404]),
];

/** Wherever readers or machines can look. A new surface belongs on this list. */
const surfaces = (word: string) => [
  "/",
  "/sections/security",
  "/sections/security?page=2",
  "/tags/csto",
  `/tags/${word}-tag`,
  `/authors/${word}-person`,
  "/api/rates",
  "/api/health/ready",
  "/corrections",
  "/corrections?page=2",
  ...addresses(word).map(([address]) => address),
];

test("no word of a story that is not public reaches a reader, at any address", async ({ request }, testInfo) => {
  const word = `zmeevik${testInfo.workerIndex}${testInfo.retry}`;
  await makeInEveryState(word);
  await expect(async () => {
    for (const [address, status] of addresses(word))
      expect([address, (await request.get(address, { maxRedirects: 0 })).status()]).toEqual([address, status]);
  }).toPass();
  const nothing = await request.get("/stories/there-was-never-such-a-story");
  for (const surface of surfaces(word)) {
    const answer = await request.get(surface, { maxRedirects: 0 });
    const told = `${JSON.stringify(answer.headers())} ${await answer.text()}`.toLowerCase();
    expect(told, surface).not.toContain(word);
    if (!surface.startsWith("/api/"))
      expect((await request.get(surface, { headers: { RSC: "1" } })).status(), `${surface} in pieces`).not.toBe(200);
    if (answer.status() === 404) expect(await answer.text()).toBe(await nothing.text());
  }
  expect([
    (await request.get(`/tags/${word}-tag`)).status(),
    (await request.get(`/authors/${word}-person`)).status(),
  ]).toEqual([404, 404]);
});
