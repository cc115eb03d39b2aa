import fs from "node:fs";
import { expect, test } from "@playwright/test";
import { ownAddresses } from "#server/own-addresses";
import { makeInEveryState } from "../support/program.ts";

/** State to the status of its address. What was never public answers as what never was. */
const states = {
  draft: 404,
  confidential: 404,
  edit: 404,
  held: 404,
  spiked: 404,
  planned: 404,
  counting: 404,
  promised: 404,
  embargoed: 404,
  unpublished: 404,
  retracted: 200,
  killed: 410,
  legal: 451,
};

/** Each of these was corrected and moved to another address before: its old one answers the same. */
const moved = ["embargoed", "spiked", "unpublished", "retracted", "killed", "legal"] as const;

const statuses = (word: string): [string, number][] => [
  ...Object.entries(states).map(([state, status]): [string, number] => [`/stories/${word}-${state}`, status]),
  ...moved.map((state): [string, number] => [`/stories/${word}-${state}-old`, states[state]]),
  ...moved.map((state): [string, number] => [`/${word}-${state}.html`, 404]),
];

const addressesOf = (word: string) => statuses(word).map(([address]) => address);

const feedsOf = (list: string) => ["feed.xml", "feed.atom", "feed.json"].map((file) => `${list}/${file}`);
const month = () => new Date().toISOString().slice(0, 7);

/** Wherever somebody without an account can look: the file behind it, and the addresses to ask. */
const surfaces: Record<string, (word: string) => string[]> = {
  "(site)/page.tsx": () => ["/"],
  "(site)/stories/[slug]/page.tsx": addressesOf,
  "(site)/[language]/stories/[slug]/page.tsx": (word) =>
    Object.keys(states).map((state) => `/en/stories/${word}-${state}`),
  "(site)/sections/[slug]/page.tsx": () => ["/sections/security", "/sections/security?page=2"],
  "(site)/tags/[slug]/page.tsx": (word) => ["/tags/csto", `/tags/${word}-tag`],
  "(site)/authors/[slug]/page.tsx": (word) => [`/authors/${word}-person`],
  "(site)/corrections/page.tsx": () => ["/corrections", "/corrections?page=2"],
  "(site)/[...unmatched]/page.tsx": () => ["/nothing/at/all"],
  "(site)/page-not-found/page.tsx": () => ["/page-not-found"],
  "(site)/withdrawn/page.tsx": () => ["/withdrawn"],
  "(site)/search/page.tsx": (word) => [`/search?q=${word}`, `/search?q=${word}-tag`, `/search?q=${word}+person`],
  "(site)/api/rates/route.ts": () => ["/api/rates"],
  "(site)/feed.xml/route.ts": () => ["/feed.xml"],
  "(site)/feed.atom/route.ts": () => ["/feed.atom"],
  "(site)/feed.json/route.ts": () => ["/feed.json"],
  "(site)/sections/[slug]/[feed]/route.ts": () => feedsOf("/sections/security"),
  "(site)/tags/[slug]/[feed]/route.ts": (word) => [...feedsOf("/tags/csto"), ...feedsOf(`/tags/${word}-tag`)],
  "(site)/authors/[slug]/[feed]/route.ts": (word) => feedsOf(`/authors/${word}-person`),
  "(site)/sitemap.xml/route.ts": () => ["/sitemap.xml"],
  "(site)/sitemaps/[file]/route.ts": () => [
    "/sitemaps/pages.xml",
    "/sitemaps/news.xml",
    `/sitemaps/stories-${month()}.xml`,
  ],
  "(site)/robots.txt/route.ts": () => ["/robots.txt"],
  "(site)/api/suggest/route.ts": (word) => [`/api/suggest?q=${word}`, `/api/suggest?q=${word.slice(0, 4)}`],
  "(shared)/preview/[token]/page.tsx": () => [`/preview/${"x".repeat(43)}`],
  "(shared)/preview/[token]/pictures/[id]/[file]/route.ts": () => [
    `/preview/${"x".repeat(43)}/pictures/0198c000-0000-7000-8000-000000000000/480.webp`,
  ],
  "(auth)/sign-in/page.tsx": () => ["/sign-in"],
  "(auth)/sign-out/page.tsx": () => ["/sign-out"],
  "(auth)/set-password/[token]/page.tsx": () => ["/set-password/nothing"],
  "api/auth/[...nextauth]/route.ts": () => ["/api/auth/session", "/api/auth/providers"],
  "api/history/export/route.ts": (word) => [`/api/history/export?q=${word}`],
  "api/notifications/unseen/route.ts": () => ["/api/notifications/unseen"],
  "api/pictures/route.ts": (word) => [`/api/pictures?search=${word}`],
  "api/pictures/[id]/[file]/route.ts": () => ["/api/pictures/0198c000-0000-7000-8000-000000000000/480.webp"],
  "api/stories/[id]/document/route.ts": () => ["/api/stories/0198c000-0000-7000-8000-000000000000/document"],
  "api/stories/presence/route.ts": () => ["/api/stories/presence"],
  "the program itself": () => [...Object.values(ownAddresses), "/feed"],
};

/** The desk asks everybody who they are: `app/every-door.db.test.ts`. */
const routes = fs
  .readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file) && !file.startsWith("(desk)/"));

test("every surface that there is stands on the list", () => {
  expect(routes.filter((file) => !(file in surfaces))).toEqual([]);
  expect(Object.keys(surfaces).filter((file) => file !== "the program itself" && !routes.includes(file))).toEqual([]);
});

test("no word of a story that is not public reaches a reader, at any address", async ({ request }, testInfo) => {
  const word = `zmeevik${testInfo.workerIndex}${testInfo.retry}`;
  const more = await makeInEveryState(word);
  expect(more).toHaveLength(9);
  const pictures = more.filter((address) => address.startsWith("/media/"));
  await expect(async () => {
    for (const [address, status] of statuses(word))
      expect([address, (await request.get(address, { maxRedirects: 0 })).status()]).toEqual([address, status]);
  }).toPass();
  const told: string[] = [];
  // Beside each answer: all pages show the rates, and another journey may record some in between.
  const never = async () => (await request.get("/stories/there-was-never-such-a-story")).text();
  for (const surface of [...Object.values(surfaces).flatMap((addresses) => addresses(word)), ...more]) {
    const before = surface.startsWith("/stories/") ? await never() : null;
    const answer = await request.get(surface, { maxRedirects: 0 });
    if (before !== null && answer.status() === 404) expect([before, await never()]).toContain(await answer.text());
    const pieces = await request.get(surface, { headers: { RSC: "1" }, maxRedirects: 0 });
    for (const one of [answer, pieces])
      if (says(`${JSON.stringify(one.headers())} ${await one.text()}`, word, surface)) told.push(surface);
  }
  expect(told).toEqual([]);
  for (const address of pictures) expect([address, (await request.get(address)).status()]).toEqual([address, 404]);
  expect([
    (await request.get(`/tags/${word}-tag`)).status(),
    (await request.get(`/authors/${word}-person`)).status(),
  ]).toEqual([404, 404]);
  for (const kind of ["xml", "atom", "json"]) {
    // What stands beside them in the same lists is there: these answers are not merely empty.
    expect(await (await request.get(`/sections/security/feed.${kind}`)).text()).toContain("Known to all");
    expect((await request.get(`/tags/${word}-tag/feed.${kind}`)).status()).toBe(404);
  }
  expect(await (await request.get("/feed.json")).text()).toContain("It does not stand.");
  expect(await (await request.get("/sitemaps/news.xml")).text()).toContain("Known to all");
});

/** Whoever asks for an address or a word knows it: an answer may repeat it. */
function says(answer: string, word: string, surface: string): boolean {
  const asked = new URL(surface, "http://here").searchParams.get("q");
  const rest = answer.replaceAll(surface, "");
  return (asked === null ? rest : withoutQuestion(rest, asked)).toLowerCase().includes(word);
}

/** Search says again what it was asked: in its title, its field and its own address. */
const withoutQuestion = (answer: string, asked: string): string =>
  [`Search: ${asked}`, `value="${asked}"`, `/search?q=${encodeURIComponent(asked)}`].reduce(
    (rest, repeated) => rest.replaceAll(repeated, ""),
    answer,
  );
