import { expect, test } from "@playwright/test";
import { makeInEveryState } from "../support/program.ts";

/** State to the status of its address. What was never public answers as what never was. */
const states = {
  draft: 404,
  edit: 404,
  planned: 404,
  embargoed: 404,
  unpublished: 404,
  spiked: 404,
  killed: 410,
  legal: 451,
};

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
  ...Object.keys(states).map((state) => `/stories/${word}-${state}`),
];

test("no word of a story that is not public reaches a reader, at any address", async ({ request }, testInfo) => {
  const word = `zmeevik${testInfo.workerIndex}${testInfo.retry}`;
  await makeInEveryState(word);
  await expect(async () => {
    for (const [state, status] of Object.entries(states))
      expect([state, (await request.get(`/stories/${word}-${state}`)).status()]).toEqual([state, status]);
  }).toPass();
  const never = await request.get("/stories/there-was-never-such-a-story");
  for (const surface of surfaces(word)) {
    const answer = await request.get(surface);
    const told = `${JSON.stringify(answer.headers())} ${await answer.text()}`.toLowerCase();
    expect(told, surface).not.toContain(word);
    if (!surface.startsWith("/api/"))
      expect((await request.get(surface, { headers: { RSC: "1" } })).status(), `${surface} in pieces`).not.toBe(200);
    if (answer.status() === 404) expect(await answer.text()).toBe(await never.text());
  }
  expect([
    (await request.get(`/tags/${word}-tag`)).status(),
    (await request.get(`/authors/${word}-person`)).status(),
  ]).toEqual([404, 404]);
});
