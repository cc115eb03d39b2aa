import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { outsideClient } from "#lib/fetch/client";
import { body, p, picture } from "../../body/testing.ts";
import type { StaffActor } from "../../kernel/actor.ts";
import { widthsOf } from "../../media/limits.ts";
import { changeTold } from "../commands/change-told.ts";
import { correctStory } from "../commands/correct-story.ts";
import { killStory } from "../commands/kill-story.ts";
import { publishStory } from "../commands/publish-story.ts";
import { setEmbargo } from "../commands/set-embargo.ts";
import { unpublishStory } from "../commands/unpublish-story.ts";
import { publicationAlarms } from "../publication/alarm-queries.ts";
import { deskStory } from "../queries.ts";
import { aLibraryPicture, aNewsroom, aPerson, aSection, aStory, aTag, typed } from "../testing.ts";
import { keepFinding } from "./findings.ts";
import type { OtherPlace } from "./gone-places.ts";
import { publicPlace } from "./proofs.ts";
import { expectedOf, lookAt } from "./proving.ts";
import { changeOf, looked, published } from "./testing.ts";

let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
});

const open: Server[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => new Promise((closed) => server.close(closed))));
});

/** A site in front of readers, and the way to look at it. */
async function aSite(answer: RequestListener) {
  const asked: { url: string; cookie: string | undefined }[] = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url ?? "", cookie: request.headers.cookie });
    response.setHeader("connection", "close");
    answer(request, response);
  });
  open.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  const at = `127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  return { origin: `http://${at}`, fetch: outsideClient({ allow: [at], timeoutMs: 500 }), asked };
}

const page = (revisionId: string) => `<html><head><meta name="chapar:revision" content="${revisionId}"/></head></html>`;
const showing =
  (body: string, status = 200): RequestListener =>
  (_, response) =>
    void response.writeHead(status, { "content-type": "text/html" }).end(body);

const thisMonth = new Date().toISOString().slice(0, 7);
/** Where else a story of these lists is gone from. */
function othersThan(own: OtherPlace[], lists: string[], headline: string): OtherPlace[] {
  const as = (kind: OtherPlace["as"], found: string[]) => found.map((address) => ({ address, as: kind }));
  const feeds = ["xml", "atom", "json"].flatMap((form) => ["", ...lists].map((list) => `${list}/feed.${form}`));
  return [
    ...as("page", ["/", ...lists, "/corrections", `/search?q=${encodeURIComponent(headline)}`]),
    ...own,
    ...as("file", [`/api/suggest?q=${encodeURIComponent(headline)}`]),
    ...as("file", ["/sitemaps/news.xml", `/sitemaps/stories-${thisMonth}.xml`, ...feeds]),
  ];
}

describe("a look at what readers get", () => {
  it("finds this revision's mark at the story's address, asked for without cookies", async () => {
    const { change, revisionId, address } = await published(editor, "Marked");
    const { origin, fetch, asked } = await aSite(showing(page(revisionId)));
    const expected = await expectedOf(change, new Date());
    expect(expected).toEqual({ revisionId, told: "", paths: [address] });
    expect(expected && (await lookAt(origin, expected, fetch))).toEqual({ isProved: true, result: "200" });
    expect(asked).toEqual([{ url: address, cookie: undefined }]);
  });

  it.each<[string, RequestListener, string]>([
    ["an older page", showing(page("another")), "an older revision"],
    ["a page that is none of ours", showing("<html></html>"), "another page"],
    ["nothing", showing("", 404), "404"],
    ["an error", showing("", 500), "no answer"],
    ["silence", () => {}, "no answer"],
    [
      "a redirect into a private network",
      (_, r) => void r.writeHead(302, { location: "http://10.0.0.1/" }).end(),
      "no answer",
    ],
  ])("is not satisfied with %s", async (_what, answer, result) => {
    const { change } = await published(editor, `Not satisfied with ${result}`);
    const { origin, fetch } = await aSite(answer);
    const expected = await expectedOf(change, new Date());
    expect(expected && (await lookAt(origin, expected, fetch))).toEqual({ isProved: false, result });
  });

  it("finds nothing of what was unpublished, killed, or is under an embargo", async () => {
    for (const take of ["unpublish", "kill", "embargo"] as const) {
      const { storyId, version, address } = await published(editor, `Gone by ${take}`);
      if (take === "unpublish") await unpublishStory(editor, { storyId, version });
      else if (take === "kill") await killStory(editor, { storyId, version, reason: "False.", legal: true });
      else await setEmbargo(editor, { storyId, version, until: new Date(Date.now() + 60_000).toISOString() });
      const expected = await expectedOf(await changeOf(storyId), new Date());
      expect(expected).toEqual({
        revisionId: null,
        paths: [address],
        isNotice: false,
        others: expect.arrayContaining(othersThan([], ["/sections/security"], `Gone by ${take}`)),
      });
      const gone = await aSite(showing("", take === "kill" ? 451 : 404));
      expect(expected && (await lookAt(gone.origin, expected, gone.fetch))).toMatchObject({ isProved: true });
      const there = await aSite(showing("<html></html>"));
      expect(expected && (await lookAt(there.origin, expected, there.fetch))).toEqual({
        isProved: false,
        result: "still there",
      });
    }
  });
});

describe("a look at what readers are told", () => {
  it("wants the notes as they are now, and an alarm about older ones ends with its proof", async () => {
    const { storyId, version, revisionId } = await published(editor, "Told otherwise");
    const { seq } = await typed(storyId, "Nine.");
    const said = { kind: "correction" as const, note: "A libel.", place: "top" as const, isPublic: true };
    const corrected = await correctStory(editor, { storyId, version, seq, ...said });
    const before = await expectedOf(await changeOf(storyId), new Date());
    await changeTold(editor, { storyId, ...corrected, note: "", place: "top", isPublic: false });
    const change = await changeOf(storyId);
    const expected = await expectedOf(change, new Date());
    if (!expected) throw new Error("It is not there.");
    expect(before).toMatchObject({ revisionId: expected.revisionId, told: expect.stringMatching(/^[0-9a-f]{16}$/) });
    expect([expected.revisionId === revisionId, expected.told]).toEqual([false, ""]);
    const marked = (told: string) => `${page(expected.revisionId ?? "")}<meta name="chapar:told" content="${told}"/>`;
    const stale = await aSite(showing(marked(before?.told ?? "")));
    const wrong = await lookAt(stale.origin, expected, stale.fetch);
    expect(wrong).toEqual({ isProved: false, result: "older notes" });
    const fresh = await aSite(showing(page(expected.revisionId ?? "")));
    expect(await lookAt(fresh.origin, expected, fresh.fetch)).toMatchObject({ isProved: true });

    const alarms = async () =>
      (await publicationAlarms(editor, new Date())).filter((alarm) => alarm.storyId === storyId);
    await keepFinding(change, publicPlace, expected, wrong, looked(change, 30));
    expect(await alarms()).toMatchObject([{ places: [{ place: publicPlace, result: "older notes" }] }]);
    const now = { version: corrected.version + 1, revisionId: corrected.revisionId };
    await changeTold(editor, { storyId, ...now, note: "It is false.", place: "top", isPublic: false });
    const next = await changeOf(storyId);
    expect(next.eventId).not.toBe(change.eventId);
    const right = { isProved: true, result: "200" };
    await keepFinding(next, publicPlace, expected, right, looked(next, 1));
    expect(await alarms()).toEqual([]);
  });
});

describe("a look at what was taken down", () => {
  it("goes to each place that had a link to it, and is not satisfied while one has it still", async () => {
    const tag = await aTag("Snow and ice");
    const [pictureId, shownElsewhere] = [await aLibraryPicture(), await aLibraryPicture()];
    const words = { altText: "Snow", caption: "The pass.", credit: "Aida Bekova" };
    const { width } = await deskDb().picture.findUniqueOrThrow({ where: { id: pictureId } });
    const leadImage = { pictureId, ...words };
    const inText = picture({ pictureId: shownElsewhere });
    const near = await publishStory(editor, await aStory({ headline: "Near to it", tagIds: [tag] }));
    const draft = await aStory({
      headline: "Linked here and there",
      sectionId: await aSection("Of this"),
      tagIds: [tag],
      leadImage,
      body: body(p("Lorries wait."), inText),
    });
    const other = await aStory({ headline: "Shows one of them", leadImage: { pictureId: shownElsewhere, ...words } });
    await publishStory(editor, other);
    const live = await publishStory(editor, draft);
    const group = await deskDb().story.findUniqueOrThrow({ where: { id: draft.storyId } });
    const ky = await aStory({ language: "ky", headline: "Kar", translationGroupId: group.translationGroupId });
    const translation = await publishStory(editor, ky);
    await killStory(editor, { storyId: draft.storyId, version: live.version, reason: "False." });
    // Published since: it never led to it.
    await publishStory(editor, await aStory({ headline: "Came later", tagIds: [tag] }));
    const change = await changeOf(draft.storyId);
    const expected = await expectedOf(change, new Date());
    if (!expected) throw new Error("It is not there.");

    const link = `<a href="${live.address}">Linked</a>`;
    const serving = (pages: Record<string, string>) =>
      aSite((request, response) => {
        const page = pages[request.url ?? ""];
        const isGone = request.url === live.address || request.url?.startsWith("/media/");
        response.writeHead(page === undefined && isGone ? 410 : 200, { "content-type": "text/html" });
        response.end(page ?? "<html></html>");
      });
    const clean = await serving({ [translation.address]: link });
    expect(await lookAt(clean.origin, expected, clean.fetch)).toEqual({ isProved: true, result: "410" });
    const file = `/media/${pictureId}/${widthsOf(width)[0]}.webp`;
    const own = [
      { address: translation.address, as: "translation" as const },
      { address: near.address, as: "related" as const },
      { address: file, as: "picture" as const },
    ];
    const others = othersThan(own, ["/sections/of-this", "/tags/snow-and-ice"], "Linked here and there");
    const places = others.map(({ address }) => address);
    expect(clean.asked.map(({ url }) => url)).toEqual([live.address, ...places]);
    const shown = (await deskStory(editor, draft.storyId)).takenDown?.goneFrom;
    expect(shown).toEqual(
      [{ address: live.address, as: "story" }, ...others].map((place) => ({ ...place, isLookedAt: true })),
    );

    const stale = await serving({ "/tags/snow-and-ice": link });
    expect(await lookAt(stale.origin, expected, stale.fetch)).toEqual({
      isProved: false,
      result: "a link on /tags/snow-and-ice",
    });
    const switched = await serving({ [translation.address]: link.replace("<a", '<a hreflang="en"') });
    expect(await lookAt(switched.origin, expected, switched.fetch)).toMatchObject({ isProved: false });
    const question = "?q=Linked%20here%20and%20there";
    const still: [address: string, content: string, result: string][] = [
      [file, "a picture", `the picture at ${file}`],
      [
        "/tags/snow-and-ice/feed.atom",
        `<link href="https://paper${live.address}"/>`,
        "an entry in /tags/snow-and-ice/feed.atom",
      ],
      [`/search${question}`, link, "a link on /search"],
      [
        `/api/suggest${question}`,
        JSON.stringify({ suggestions: [{ address: live.address }] }),
        "an entry in /api/suggest",
      ],
      [near.address, `<aside aria-labelledby="related">${link}</aside>`, `a link on ${near.address}`],
    ];
    for (const [address, content, result] of still) {
      const site = await serving({ [address]: content });
      expect(await lookAt(site.origin, expected, site.fetch)).toEqual({ isProved: false, result });
    }
  });
});
