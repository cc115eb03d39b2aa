import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { env } from "#lib/env";
import { type Handler, render } from "#lib/page-cache/render";
import { plainText } from "#newsroom/body/text";
import type { StaffActor } from "#newsroom/kernel/actor";
import { newId } from "#newsroom/kernel/ids";
import { aPictureFile } from "#newsroom/media/testing";
import { addRedirect, removeRedirect } from "#newsroom/redirects/commands";
import { killStory } from "#newsroom/stories/commands/kill-story";
import { publishStory } from "#newsroom/stories/commands/publish-story";
import { readdressStory } from "#newsroom/stories/commands/readdress-story";
import { retractStory } from "#newsroom/stories/commands/retract-story";
import { setEmbargo } from "#newsroom/stories/commands/set-embargo";
import { unpublishStory } from "#newsroom/stories/commands/unpublish-story";
import { announceLapses } from "#newsroom/stories/jobs";
import { uploadPicture } from "#newsroom/stories/pictures/upload-picture";
import { storyAtAddress } from "#newsroom/stories/published";
import { newestStories } from "#newsroom/stories/published/lists";
import { menuSections } from "#newsroom/stories/published/newsroom";
import { aNewsroom, aPerson, aSection, aStory, typed } from "#newsroom/stories/testing";
import { createMedia, type Media } from "./media.ts";
import { createPageCache, type SitePageCache } from "./page-cache.ts";

const soon = <T>(look: () => T) => expect.poll(look, { timeout: 5_000 });
let editor: StaffActor;
let build: string;
let instances: SitePageCache[];
let rendered: string[];
let media: Media[];

beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
  build = mkdtempSync(path.join(tmpdir(), "chapar-build-"));
  writeFileSync(path.join(build, "app-path-routes-manifest.json"), JSON.stringify({ "/(desk)/desk/page": "/desk" }));
});
afterAll(() => rmSync(build, { recursive: true }));

beforeEach(async () => {
  rendered = [];
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const settings = { ...env(), SITE_URL: "https://news.example" };
  media = [1, 2].map(() => createMedia({ https: false }));
  instances = media.map((each) => createPageCache({ handler: pages, build, env: settings, media: each, log }));
  await Promise.all(instances.map(({ started }) => started));
});
afterEach(() => Promise.all(instances.map((instance) => instance.close())));

/** The readers' pages without their looks: the same questions to the same door. */
const pages: Handler = async ({ url = "" }, response) => {
  rendered.push(url);
  const menu = (await menuSections()).map(({ name }) => name).join();
  const slug = /^\/stories\/(.+)$/.exec(url)?.[1];
  const found = slug === undefined ? undefined : await storyAtAddress(slug);
  const words = found
    ? found.state === "live"
      ? plainText(found.story.body)
      : found.retraction.notice
    : url === "/"
      ? (await newestStories(20)).map(({ headline }) => headline)
      : url;
  response.statusCode = found === null || url === "/old.html" ? 404 : 200;
  response.setHeader("content-type", "text/html");
  response.end(`<html><body>${menu}|${words}</body></html>`);
};

/** What each instance answers at a path. */
const answers = (url: string) =>
  Promise.all(
    instances.map(async (instance) => {
      const handler: Handler = async (request, response) => void (await instance.handle(request, response));
      const { status, headers, body } = await render(handler, url, { host: "news.example", timeout: 5_000 });
      if (headers.location) return `${status} to ${headers.location}`;
      return `${status} ${body.toString().replace(/.*<body>[^|]*\|?|<\/body>.*/g, "")}`;
    }),
  );
const both = (answer: string) => [answer, answer];

const liveStory = async (headline: string) => {
  const draft = await aStory({ headline, text: "Lorries wait." });
  const live = { ...draft, ...(await publishStory(editor, draft)) };
  const { position } = await deskDb().event.findFirstOrThrow({ orderBy: { position: "desc" } });
  await soon(() => instances.map(({ state }) => state.position)).toEqual([position, position]);
  return live;
};

it("shows a new story in every instance, also where its address was asked for before", async () => {
  expect(await answers("/stories/first-snow")).toEqual(both("404 /page-not-found"));
  await liveStory("First snow");
  expect(await answers("/stories/first-snow")).toEqual(both("200 Lorries wait."));
  await answers("/stories/first-snow");
  expect(rendered.filter((url) => url === "/stories/first-snow")).toHaveLength(4);
});

it("keeps the old text while a live story is edited, and shows the new one when it is published", async () => {
  const { storyId, version } = await liveStory("Second snow");
  await answers("/stories/second-snow");
  await typed(storyId, "New words.");
  expect(await answers("/stories/second-snow")).toEqual(both("200 Lorries wait."));
  expect(rendered.filter((url) => url === "/stories/second-snow")).toHaveLength(2);
  await publishStory(editor, { storyId, version, seq: 1 });
  await soon(() => answers("/stories/second-snow")).toEqual(both("200 Lorries wait.\nNew words."));
});

it("gives the pictures of a live story in every instance, and none of them soon after a kill", async () => {
  const file = await aPictureFile({ width: 480, height: 300 });
  const { picture } = await uploadPicture(editor, { uploadId: newId() }, async () => file);
  const address = `/media/${picture.id}/480.webp`;
  const statuses = () =>
    Promise.all(
      media.map(async ({ answer }) => {
        const handler: Handler = async (request, response) => void (await answer(request.url ?? "", request, response));
        return (await render(handler, address, { host: "news.example", timeout: 5_000 })).status;
      }),
    );
  expect(await statuses()).toEqual([404, 404]);
  const leadImage = { pictureId: picture.id, altText: "Snow", caption: "", credit: "Aida Bekova" };
  const draft = await aStory({ headline: "Pictured snow", leadImage });
  const { version } = await publishStory(editor, draft);
  await soon(statuses).toEqual([200, 200]);
  await killStory(editor, { storyId: draft.storyId, version, reason: "False." });
  await soon(statuses).toEqual([404, 404]);
});

it("answers 410 everywhere soon after a kill, with none of the words", async () => {
  const { storyId, version } = await liveStory("Third snow");
  await answers("/stories/third-snow");
  expect((await answers("/"))[0]).toContain("Third snow");
  await killStory(editor, { storyId, version, reason: "False." });
  await soon(() => answers("/stories/third-snow")).toEqual(both("410 /withdrawn"));
  for (const front of await answers("/")) expect(front).not.toContain("Third snow");
});

it("answers after an unpublish exactly as for a story that never was", async () => {
  const { storyId, version } = await liveStory("Fourth snow");
  await answers("/stories/fourth-snow");
  await unpublishStory(editor, { storyId, version });
  await soon(() => answers("/stories/fourth-snow")).toEqual(await answers("/stories/never-was"));
});

it("leads from an old address to the new one in every instance, and nowhere once the story is gone", async () => {
  const { storyId, version } = await liveStory("Moving snow");
  await answers("/stories/moving-snow");
  await answers("/stories/moved-snow");
  const moved = await readdressStory(editor, { storyId, version, slug: "moved-snow" });
  await soon(() => answers("/stories/moving-snow")).toEqual(both("308 to /stories/moved-snow"));
  await soon(() => answers("/stories/moved-snow")).toEqual(both("200 Lorries wait."));
  await killStory(editor, { storyId, version: moved.version, reason: "False." });
  await soon(() => answers("/stories/moving-snow")).toEqual(both("410 /withdrawn"));
  await soon(() => answers("/stories/moved-snow")).toEqual(both("410 /withdrawn"));
});

it("shows the notice of a retracted story at once, at each address it had", async () => {
  const { storyId, version } = await liveStory("False snow");
  const moved = await readdressStory(editor, { storyId, version, slug: "falser-snow" });
  await answers("/stories/false-snow");
  await answers("/stories/falser-snow");
  await retractStory(editor, { storyId, version: moved.version, notice: "It did not snow." });
  for (const address of ["/stories/false-snow", "/stories/falser-snow"])
    await soon(() => answers(address)).toEqual(both("200 It did not snow."));
});

it("follows a redirect made by hand in every instance, until it is taken away or its story is", async () => {
  const { storyId, version, address } = await liveStory("Old snow");
  expect(await answers("/old.html")).toEqual(both("404 /page-not-found"));
  const redirect = { id: newId(), from: "/old.html", to: address };
  await addRedirect(editor, redirect);
  await soon(() => answers("/old.html")).toEqual(both("308 to /stories/old-snow"));
  await unpublishStory(editor, { storyId, version });
  await soon(() => answers("/old.html")).toEqual(both("404 /page-not-found"));
  await publishStory(editor, { storyId, version: version + 1, seq: 0 });
  await soon(() => answers("/old.html")).toEqual(both("308 to /stories/old-snow"));
  await removeRedirect(editor, { redirectId: redirect.id });
  await soon(() => answers("/old.html")).toEqual(both("404 /page-not-found"));
});

it("hides a story under embargo at once, and shows it again when the lapse is announced", async () => {
  const { storyId, version } = await liveStory("Fifth snow");
  await answers("/stories/fifth-snow");
  const until = new Date(Date.now() + 1_000);
  await setEmbargo(editor, { storyId, version, until: until.toISOString() });
  await soon(() => answers("/stories/fifth-snow")).toEqual(both("404 /page-not-found"));
  await soon(() => announceLapses(new Date())).toBe(1);
  await soon(() => answers("/stories/fifth-snow")).toEqual(both("200 Lorries wait."));
});

it("makes every document anew when the menu changes", async () => {
  await liveStory("Sixth snow");
  await answers("/stories/sixth-snow");
  await aSection("Water");
  const first = instances[0];
  const page = async () => {
    const handler: Handler = async (request, response) => void (await first?.handle(request, response));
    return (await render(handler, "/stories/sixth-snow", { host: "news.example", timeout: 5_000 })).body.toString();
  };
  await soon(page).toContain("Water|");
});

it("leaves alone what the program or a route of the build answers, and nothing else", async () => {
  const isHandled = async (url: string) => {
    const handled = Promise.withResolvers<boolean>();
    const handler: Handler = async (request, response) => {
      const isOurs = await instances[0]?.handle(request, response);
      handled.resolve(isOurs === true);
      if (!isOurs) response.end();
    };
    await render(handler, url, { host: "news.example", timeout: 5_000 });
    return handled.promise;
  };
  for (const url of ["/desk", "/_next/static/a.js", "/islands/a.js", "/api/health/live"]) {
    expect([url, await isHandled(url)]).toEqual([url, false]);
  }
  for (const url of ["/", "/nowhere", "/desk/nowhere", "/api/nowhere", "/withdrawn"]) {
    expect([url, await isHandled(url)]).toEqual([url, true]);
  }
});
