import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { outsideClient } from "#lib/fetch/client";
import { body, p } from "../../body/testing.ts";
import type { StaffActor } from "../../kernel/actor.ts";
import { newId } from "../../kernel/ids.ts";
import { addRedirect } from "../../redirects/commands.ts";
import { addHouseRule, setCheck } from "../../workflow/house-style/commands.ts";
import { createStory } from "../commands/create-story.ts";
import { killStory } from "../commands/kill-story.ts";
import { mergeTags } from "../commands/merge-tags.ts";
import { publishStory } from "../commands/publish-story.ts";
import { readdressStory } from "../commands/readdress-story.ts";
import { retractStory } from "../commands/retract-story.ts";
import { setEmbargo } from "../commands/set-embargo.ts";
import { startThread } from "../commands/start-thread.ts";
import { aNewsroom, aPerson, aStory, aTag, theProgram } from "../testing.ts";
import { storyFindings } from "./findings.ts";
import { visitLinks } from "./link-visits.ts";

let editor: StaffActor;
let sectionId: string;
beforeAll(async () => {
  ({ sectionId } = await aNewsroom());
  editor = await aPerson("editor");
});

const link = (href: string) => ({
  type: "text" as const,
  text: href,
  marks: [{ type: "link" as const, attrs: { href } }],
});
const linkingTo = (...hrefs: string[]) => aLinking(hrefs);
const aLinking = async (hrefs: string[], columns: { confidential?: boolean } = {}) => {
  const text = { headline: "Where it leads", body: body(p(...hrefs.map(link))) };
  return (await createStory(editor, { id: newId(), columns: { sectionId, ...columns }, text })).id;
};
const dead = async (storyId: string) =>
  (await storyFindings(editor, storyId)).findings
    .filter(({ check }) => check === "links")
    .map(({ at }) => ("quote" in at ? at.quote : at.part));

describe("what the checks find in a story", () => {
  it("is told to those who may read it", async () => {
    const { id } = await createStory(await aPerson("author"), { id: newId(), columns: { confidential: true } });
    expect((await storyFindings(editor, id)).findings.map(({ check }) => check)).toEqual([
      "headline",
      "text",
      "section",
    ]);
    for (const storyId of [id, newId(), "no id"])
      await expect(storyFindings(await aPerson("author"), storyId)).rejects.toMatchObject({ fault: "notFound" });
  });

  it("counts comments that are not resolved, until the newsroom does not want to know", async () => {
    const { storyId } = await aStory();
    await startThread(editor, {
      threadId: newId(),
      storyId,
      commentId: newId(),
      text: "Since when?",
      quote: "",
      isAnchored: false,
    });
    const checks = async () => (await storyFindings(editor, storyId)).findings.map(({ check }) => check);
    expect(await checks()).toEqual(["comments"]);
    await setCheck(editor, { check: "comments", severity: "off" });
    expect(await checks()).toEqual([]);
    await setCheck(editor, { check: "comments", severity: "warning" });
    expect(await checks()).toEqual(["comments"]);
  });
});

describe("a house rule", () => {
  it("that is an error blocks publication where it strikes; a warning does not", async () => {
    const wrong = { isPattern: false, isCaseSensitive: false, replacement: null, language: null, isOn: true } as const;
    await addHouseRule(editor, {
      ...wrong,
      id: newId(),
      pattern: "whopping",
      message: "How much?",
      severity: "warning",
    });
    const warned = await aStory({ text: "A whopping sum." });
    await expect(publishStory(editor, warned)).resolves.toMatchObject({ address: expect.any(String) });
    await addHouseRule(editor, {
      ...wrong,
      id: newId(),
      pattern: "slammed",
      message: "Who said what?",
      severity: "error",
    });
    const blocked = await aStory({ headline: "Minister slammed", text: "He was." });
    await expect(publishStory(editor, blocked)).rejects.toMatchObject({
      fault: "invalid",
      issues: [{ path: "headline", message: "slammed: Who said what?" }],
    });
  });
});

describe("links into the paper", () => {
  it("are dead where no reader finds anything", async () => {
    const live = await aStory({ headline: "It stands", slug: "it-stands" });
    const { version } = await publishStory(editor, live);
    await aStory({ slug: "a-draft-of-it" });
    const storyId = await linkingTo(
      "/stories/it-stands",
      "/stories/a-draft-of-it",
      "/sections/security",
      "/tags/nothing",
      "/about",
    );
    expect(await dead(storyId)).toEqual(["/stories/a-draft-of-it", "/tags/nothing", "/about"]);
    expect((await storyFindings(editor, storyId)).isWaiting).toBe(false);
    await killStory(theProgram, { storyId: live.storyId, version, reason: "false" });
    expect(await dead(storyId)).toContain("/stories/it-stands");
  });
});

describe("links to what has moved within the paper", () => {
  it("are fine as long as readers are led somewhere", async () => {
    const [water, tagOfWater] = [await aTag("Drinking water"), await aTag("Water")];
    const live = await aStory({ headline: "It moves", slug: "it-moves", tagIds: [water] });
    const { version } = await publishStory(editor, live);
    await readdressStory(editor, { storyId: live.storyId, version, slug: "it-has-moved" });
    await mergeTags(editor, { tagId: water, version: 1, intoId: tagOfWater });
    const gone = await aStory({ headline: "Does not stand", slug: "does-not-stand" });
    const published = await publishStory(editor, gone);
    await retractStory(editor, { storyId: gone.storyId, version: published.version, notice: "It was made up." });
    const redirect = (from: string, to: string) => addRedirect(editor, { id: newId(), from, to });
    await redirect("/2019/it-moves.html", "/stories/it-has-moved");
    await redirect("/advertise", "https://ads.example.org/");
    await redirect("/old-about", "/corrections");

    const fine = [
      ...["/stories/it-moves", "/stories/it-has-moved/", "/stories/does-not-stand", "/tags/drinking-water"],
      ...["/2019/it-moves.html", "/advertise", "/old-about", "/", "/corrections?page=2", "/search?q=snow"],
      ...["/feed.xml", "/sections/security/feed.json", "/sitemap.xml"],
    ];
    const nowhere = [
      "/about",
      "/desk",
      "/ky/sections/security",
      "/stories",
      "/tags/water/archive",
      "/sections/security/x/y",
    ];
    const storyId = await linkingTo(...fine, ...nowhere);
    expect(await dead(storyId)).toEqual(nowhere);
    const { storyId: id } = live;
    await killStory(theProgram, { storyId: id, version: version + 1, reason: "false" });
    expect(await dead(storyId)).toEqual(
      expect.arrayContaining(["/stories/it-moves", "/2019/it-moves.html", "/tags/drinking-water"]),
    );
  });
});

describe("links outside", () => {
  let asked = 0;
  const server = createServer((request, response) => {
    asked++;
    response.statusCode =
      { "/there": 200, "/gone": 410, "/nothing": 404, "/angry": 500, "/shy": 403 }[request.url ?? ""] ?? 200;
    response.end("x".repeat(request.url === "/long" ? 100_000 : 10));
  });
  let origin: string;
  beforeAll(async () => {
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());
  const visit = (now: Date) => visitLinks(now, outsideClient({ allow: [origin.slice(7)], timeoutMs: 2_000 }));

  it("are visited once a day, and dead only where the answer says so", async () => {
    const paths = ["/there", "/gone", "/nothing#part", "/angry", "/shy", "/long"];
    const storyId = await linkingTo(...paths.map((path) => origin + path), "https://no-such-host.invalid/");
    expect(await storyFindings(editor, storyId)).toMatchObject({ isWaiting: true });
    expect(await dead(storyId)).toEqual([]);
    expect(await visit(new Date())).toBe(7);
    expect(await dead(storyId)).toEqual([`${origin}/gone`, `${origin}/nothing#part`, "https://no-such-host.invalid/"]);
    expect(await storyFindings(editor, storyId)).toMatchObject({ isWaiting: false });
    expect(asked).toBe(6);
    expect(await visit(new Date())).toBe(0);

    await deskDb().linkVisit.updateMany({ data: { visitedAt: new Date(Date.now() - 25 * 60 * 60 * 1000) } });
    await storyFindings(editor, storyId);
    expect(await visit(new Date())).toBe(7);
  });

  it("are not visited for a story that is secret, nor where the newsroom does not want to know", async () => {
    const before = asked;
    const at = (path: string) => [`${origin}/secret-${path}`];
    const confidential = await aLinking(at("confidential"), { confidential: true });
    const embargoed = await aLinking(at("embargoed"));
    await setEmbargo(editor, { storyId: embargoed, version: 1, until: new Date(Date.now() + 3_600_000).toISOString() });
    for (const id of [confidential, embargoed])
      expect(await storyFindings(editor, id)).toEqual({ findings: [], isWaiting: false });
    await setCheck(editor, { check: "links", severity: "off" });
    expect(await storyFindings(editor, await aLinking(at("unwanted")))).toMatchObject({ isWaiting: false });
    expect(await visit(new Date())).toBe(0);
    expect(asked).toBe(before);
    await setCheck(editor, { check: "links", severity: "warning" });
    await deskDb().story.update({ where: { id: embargoed }, data: { embargoUntil: new Date() } });
    expect(await storyFindings(editor, embargoed)).toMatchObject({ isWaiting: true });
  });
});
