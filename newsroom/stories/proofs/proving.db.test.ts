import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { outsideClient } from "#lib/fetch/client";
import { body, p, picture } from "../../body/testing.ts";
import type { StaffActor } from "../../kernel/actor.ts";
import { storeEvents } from "../../kernel/event-store.ts";
import { newId } from "../../kernel/ids.ts";
import { widthsOf } from "../../media/limits.ts";
import { ownNotifications } from "../../notifications/queries.ts";
import { changeTold } from "../commands/change-told.ts";
import { correctStory } from "../commands/correct-story.ts";
import { killStory } from "../commands/kill-story.ts";
import { publishStory } from "../commands/publish-story.ts";
import { readdressStory } from "../commands/readdress-story.ts";
import { setEmbargo } from "../commands/set-embargo.ts";
import { unpublishStory } from "../commands/unpublish-story.ts";
import { forgetInstance, instancesNow, noteInstance } from "../document/instances.ts";
import { publicationAlarms } from "../publication/alarm-queries.ts";
import { deskStory } from "../queries.ts";
import { aLibraryPicture, aNewsroom, aPerson, aSection, aStory, aTag, typed } from "../testing.ts";
import { keepFinding } from "./findings.ts";
import type { OtherPlace } from "./gone-places.ts";
import { storyProof } from "./proof-queries.ts";
import { proofState, publicPlace } from "./proofs.ts";
import { expectedOf, lookAt, type NoticedChange, noticedSince } from "./proving.ts";
import { noteMissingProofs } from "./watch-proofs.ts";

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

async function changeOf(storyId: string): Promise<NoticedChange> {
  const change = (await noticedSince(null, new Date())).changes.find((one) => one.storyId === storyId);
  if (!change) throw new Error("Nothing was noticed.");
  return change;
}

async function published(headline: string) {
  const draft = await aStory({ headline });
  const { version, revisionId, address } = await publishStory(editor, draft);
  return { storyId: draft.storyId, version, revisionId, address, change: await changeOf(draft.storyId) };
}

const later = ({ at }: NoticedChange, seconds: number) => new Date(at.getTime() + seconds * 1000);

/** Looked at from the first second on. */
const looked = (change: NoticedChange, seconds: number) => ({
  firstLookAt: later(change, 1),
  now: later(change, seconds),
});

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
    const { change, revisionId, address } = await published("Marked");
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
    const { change } = await published(`Not satisfied with ${result}`);
    const { origin, fetch } = await aSite(answer);
    const expected = await expectedOf(change, new Date());
    expect(expected && (await lookAt(origin, expected, fetch))).toEqual({ isProved: false, result });
  });

  it("finds nothing of what was unpublished, killed, or is under an embargo", async () => {
    for (const take of ["unpublish", "kill", "embargo"] as const) {
      const { storyId, version, address } = await published(`Gone by ${take}`);
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
    const { storyId, version, revisionId } = await published("Told otherwise");
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

describe("the proof", () => {
  const right = { isProved: true, result: "200" };
  const wrong = { isProved: false, result: "an older revision" };

  it("is kept for each place, and the desk sees it", async () => {
    await noteInstance("one:3000", true);
    await noteInstance("two:3000", true);
    const { storyId, change } = await published("Proved");
    const expected = await expectedOf(change, new Date());
    if (!expected) throw new Error("It is not there.");
    await keepFinding(change, "one:3000", expected, right, looked(change, 1));
    await keepFinding(change, publicPlace, expected, right, looked(change, 2));
    const first = (await deskStory(editor, storyId)).proof;
    expect(first && proofState(first, later(change, 3))).toMatchObject({ state: "checking", proved: 1, of: 2 });
    const late = await storyProof(storyId, later(change, 31));
    expect(late && proofState(late, later(change, 31))).toMatchObject({
      state: "waiting",
      unproved: [{ place: "two:3000", result: null }],
    });
    await keepFinding(change, "two:3000", expected, right, looked(change, 4));
    const { proof } = await deskStory(editor, storyId);
    expect(proof && proofState(proof, later(change, 3600))).toEqual({
      state: "proved",
      proved: 2,
      of: 2,
      at: later(change, 4),
      unproved: [],
    });
    await Promise.all(["one:3000", "two:3000"].map(forgetInstance));
    expect(await instancesNow()).toEqual([]);
  });

  it("that is missing after 30 s alarms who published and the editors, and no one else; found late, it is over", async () => {
    const author = await aPerson("author");
    const draft = await aStory({ headline: "Not seen by readers", by: author });
    await publishStory(author, draft);
    const change = await changeOf(draft.storyId);
    const expected = await expectedOf(change, new Date());
    if (!expected) throw new Error("It is not there.");
    const alarms = async (actor: StaffActor) =>
      (await publicationAlarms(actor, new Date())).filter(({ storyId }) => storyId === draft.storyId);
    await keepFinding(change, publicPlace, expected, wrong, looked(change, 29.9));
    expect(await alarms(editor)).toEqual([]);
    await keepFinding(change, publicPlace, expected, wrong, looked(change, 30));
    for (const actor of [editor, author])
      expect(await alarms(actor)).toMatchObject([
        { kind: "not proved", expects: "live", places: [{ place: publicPlace, result: "an older revision" }] },
      ]);
    const other = await aPerson("author");
    expect(await alarms(other)).toEqual([]);
    // Told once, wherever else it is missing.
    await keepFinding(change, "three:3000", expected, wrong, looked(change, 31));
    const told = async (actor: StaffActor) =>
      (await ownNotifications(actor)).notifications.flatMap(({ headline, words }) =>
        headline === "Not seen by readers" ? [words] : [],
      );
    for (const actor of [editor, author])
      expect(await told(actor)).toEqual(["Readers do not see what was published of"]);
    expect(await told(other)).toEqual([]);
    await keepFinding(change, "three:3000", expected, right, looked(change, 32));
    await keepFinding(change, publicPlace, expected, right, looked(change, 90));
    await keepFinding(change, publicPlace, expected, wrong, looked(change, 91));
    expect(await alarms(editor)).toEqual([]);
  });

  it("looked at for the first time when it is late is looked at again before anybody is alarmed", async () => {
    const { storyId, change } = await published("Looked at late");
    const expected = await expectedOf(change, new Date());
    if (!expected) throw new Error("It is not there.");
    const firstLookAt = later(change, 40);
    const kept = () => deskDb().proof.count({ where: { storyId } });
    for (const seconds of [40, 40.5, 44.9])
      await keepFinding(change, publicPlace, expected, wrong, { firstLookAt, now: later(change, seconds) });
    expect(await kept()).toBe(0);
    await keepFinding(change, publicPlace, expected, wrong, { firstLookAt, now: later(change, 45) });
    expect(await kept()).toBe(1);
  });

  it("is noted as missing where nobody looked, which says nothing of readers until somebody does", async () => {
    const { storyId, change } = await published("Nobody looks");
    await noteMissingProofs(later(change, 29));
    expect(await deskDb().proof.count({ where: { storyId } })).toBe(0);
    expect(await noteMissingProofs(later(change, 31))).toBeGreaterThan(0);
    expect(await deskDb().proof.findFirst({ where: { storyId } })).toMatchObject({
      place: publicPlace,
      isProved: false,
      result: "nobody looked",
    });
    const told = async () =>
      (await ownNotifications(editor)).notifications.flatMap(({ headline, words }) =>
        headline === "Nobody looks" ? [words] : [],
      );
    const [unlooked, lacked] = [
      "Nobody has looked whether readers see what was published of",
      "Readers do not see what was published of",
    ];
    expect(await told()).toEqual([unlooked]);
    const expected = await expectedOf(change, new Date());
    if (!expected) throw new Error("It is not there.");
    for (const seconds of [50, 60]) await keepFinding(change, publicPlace, expected, wrong, looked(change, seconds));
    expect((await told()).toSorted()).toEqual([unlooked, lacked].toSorted());
    // What was published since has a proof of its own.
    const { version } = await deskStory(editor, storyId);
    await publishStory(editor, { storyId, version, seq: 0 });
    expect((await publicationAlarms(editor, new Date())).filter((alarm) => alarm.storyId === storyId)).toEqual([]);
  });

  it("that is found missing at many places at once is told once", async () => {
    const { change } = await published("Missing everywhere");
    const expected = await expectedOf(change, new Date());
    if (!expected) throw new Error("It is not there.");
    await Promise.all(
      Array.from({ length: 8 }, (_, n) => keepFinding(change, `${n}:3000`, expected, wrong, looked(change, 31))),
    );
    expect(await deskDb().event.count({ where: { type: "proof.missing", subject: change.storyId } })).toBe(1);
  });
});

it("of a live story under an embargo it is proved that it is gone, and the desk says so", async () => {
  const { storyId, version } = await published("Hidden again");
  await setEmbargo(editor, { storyId, version, until: new Date(Date.now() + 60_000).toISOString() });
  expect((await deskStory(editor, storyId)).proof).toMatchObject({ expects: "gone" });
  await setEmbargo(editor, { storyId, version: version + 1, until: null });
  expect((await deskStory(editor, storyId)).proof).toMatchObject({ expects: "live" });
});

it("what happens to a story that stands nowhere is nothing that readers notice", async () => {
  const draft = await aStory({ headline: "Never published" });
  const until = new Date(Date.now() + 60_000).toISOString();
  await setEmbargo(editor, { storyId: draft.storyId, version: 1, until });
  expect((await deskStory(editor, draft.storyId)).proof).toBeNull();

  const { position } = await noticedSince(null, new Date());
  const { storyId, version } = await published("Withdrawn, then embargoed");
  await unpublishStory(editor, { storyId, version });
  const { eventId } = await changeOf(storyId);
  await setEmbargo(editor, { storyId, version: version + 1, until });
  await readdressStory(editor, { storyId, version: version + 2, slug: "withdrawn-then-readdressed" });
  const { changes } = await noticedSince(position, new Date());
  expect(changes.filter((change) => change.storyId === storyId)).toMatchObject([{ eventId }]);
  const unpublished = await deskDb().event.findUniqueOrThrow({ where: { id: eventId } });
  expect((await deskStory(editor, storyId)).proof).toMatchObject({ expects: "gone", changedAt: unpublished.at });
});

it("what happened is noticed once, the newest of each story, from where one was", async () => {
  const { storyId, version } = await published("Noticed");
  const { position } = await noticedSince(null, new Date());
  expect((await noticedSince(position, new Date())).changes).toEqual([]);
  const update = await publishStory(editor, { storyId, version, seq: 0 });
  await unpublishStory(editor, { storyId, version: update.version });
  const { changes } = await noticedSince(position, new Date());
  expect(changes.map((change) => change.storyId)).toEqual([storyId]);
  expect((await noticedSince(position, new Date(Date.now() + 11 * 60_000))).changes).toEqual([]);
});

it("what readers notice is not lost among thousands of other events", async () => {
  const { position } = await noticedSince(null, new Date());
  const { storyId, change } = await published("Lost among others");
  const others = Array.from({ length: 2_500 }, () => ({
    id: newId(),
    type: "story.stage_moved" as const,
    subject: newId(),
    payload: {},
    actor: editor,
    commandId: null,
    at: new Date(),
  }));
  await deskDb().$transaction((tx) => storeEvents(tx, others), { timeout: 20_000 });
  for (const from of [null, position]) {
    const noticed = await noticedSince(from, new Date());
    expect(noticed.changes.map((one) => one.storyId)).toContain(storyId);
    expect(noticed.position).toBeGreaterThanOrEqual(change.position + 2_500n);
  }
  expect(await noteMissingProofs(later(change, 31))).toBeGreaterThan(0);
  expect(await deskDb().proof.count({ where: { storyId } })).toBe(1);
});
