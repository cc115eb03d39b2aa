import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { env } from "#lib/env";
import type { StaffActor } from "../kernel/actor.ts";
import type { EventType } from "../kernel/events.ts";
import { newId } from "../kernel/ids.ts";
import { changeRole } from "../people/commands/change-role.ts";
import { signIn } from "../people/commands/sign-in.ts";
import { aBrowser, anAdmin, aStaff, goodPassword } from "../people/testing.ts";
import { addRedirect, removeRedirect } from "../redirects/commands.ts";
import { changeSettings } from "../settings/commands.ts";
import { newsroomSettings } from "../settings/queries.ts";
import { holdStory } from "../stories/commands/hold-story.ts";
import { killStory } from "../stories/commands/kill-story.ts";
import { mergeTags } from "../stories/commands/merge-tags.ts";
import { moveStory } from "../stories/commands/move-story.ts";
import { publishStory } from "../stories/commands/publish-story.ts";
import { readdressStory } from "../stories/commands/readdress-story.ts";
import { removePicture } from "../stories/commands/remove-picture.ts";
import { spikeStory } from "../stories/commands/spike-story.ts";
import { unpublishStory } from "../stories/commands/unpublish-story.ts";
import { aLibraryPicture, aNewsroom, aPerson, aStory, aTag, theProgram, typed } from "../stories/testing.ts";
import { keepTagsApart } from "../tags/commands.ts";
import { removeOldTrash } from "../trash/jobs.ts";
import { aRule } from "../workflow/checks/testing.ts";
import { addHouseRule, changeHouseRule, removeHouseRule, setCheck } from "../workflow/house-style/commands.ts";
import { exportTrail } from "./export-commands.ts";
import type { TrailSearch } from "./schema.ts";
import { trail } from "./trail.ts";

let admin: StaffActor;

beforeAll(async () => {
  await aNewsroom();
  admin = (await anAdmin()).actor;
});

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 1, 12, minutes));
const search = async (asked: TrailSearch) => (await trail(admin, asked, { limit: 500 })).entries;
const said = async (asked: TrailSearch) =>
  (await search(asked)).map(({ who, words, about }) => `${who} ${words}: ${about?.name}`);

describe("the trail", () => {
  it("is searched by person, type, story and time, the newest first", async () => {
    const [aida, boris] = [await aPerson("editor", "Aida"), await aPerson("editor", "Boris")];
    const { storyId, version } = await aStory({ headline: "Apricots of Batken" });
    const other = await aStory({ headline: "Sheep of Naryn" });
    await moveStory(aida, { storyId, version, stage: "edit" }, { now: at(1) });
    await moveStory(boris, { storyId, version: 2, stage: "copy" }, { now: at(2) });
    await moveStory(aida, { storyId: other.storyId, version: 1, stage: "copy" }, { now: at(3) });
    await spikeStory(aida, { storyId: other.storyId, version: 2, reason: "Twice." }, { now: at(4) });

    expect(await said({ who: aida.id })).toEqual([
      "Aida put the story in the trash: Sheep of Naryn",
      "Aida moved the story from Draft to Copy: Sheep of Naryn",
      "Aida moved the story from Draft to Edit: Apricots of Batken",
    ]);
    expect(await said({ who: aida.id, type: "story.stage_moved", words: "apricot BATKEN" })).toEqual([
      "Aida moved the story from Draft to Edit: Apricots of Batken",
    ]);
    expect(await said({ storyId, type: "story.stage_moved" })).toHaveLength(2);
    expect(await said({ storyId, from: at(2), until: at(3) })).toEqual([
      "Boris moved the story from Edit to Copy: Apricots of Batken",
    ]);
    expect((await search({ who: "program", storyId })).map(({ type }) => type)).toEqual(["story.created"]);
    expect(await said({ words: "100%_" })).toEqual([]);
    await deskDb().story.update({ where: { id: storyId }, data: { headline: "", slugline: "apricots" } });
    expect((await search({ storyId }))[0]?.about).toMatchObject({ name: "apricots" });
    expect((await search({ words: "naryn" }))[0]?.about).toMatchObject({ isInTrash: true });
    expect(await said({ words: "APRIC", from: at(2), until: at(3) })).toEqual([
      "Boris moved the story from Edit to Copy: apricots",
    ]);
  });

  it("says which redirect, which tags, which check and which address", async () => {
    const aida = await aPerson("editor", "Aida");
    const { storyId } = await aStory({ headline: "The pass" });
    const { version } = await publishStory(theProgram, { storyId, version: 1, seq: 0 });
    const [tagId, intoId] = [await aTag("Bishkeck"), await aTag("Bishkek")];
    await keepTagsApart(aida, { tagId, otherId: intoId });
    await mergeTags(aida, { tagId, version: 1, intoId });
    const { id } = await addRedirect(aida, { id: newId(), from: "/2019/pass.html", to: "/stories/the-pass" });
    await addRedirect(aida, { id: newId(), from: "/notes", to: "/corrections" });
    await removeRedirect(aida, { redirectId: id });
    await readdressStory(aida, { storyId, version, slug: "the-high-pass" });
    await setCheck(aida, { check: "comments", severity: "off" });
    const ruleId = newId();
    await addHouseRule(aida, aRule({ id: ruleId, language: "en" }));
    await removeHouseRule(aida, { ruleId });
    expect((await search({ who: aida.id })).map(({ words }) => words).toReversed()).toEqual([
      "said that the tag is another thing than “Bishkek”",
      "merged the tag into “Bishkek”",
      "added a redirect from /2019/pass.html to “The pass”",
      "added a redirect from /notes to /corrections",
      "removed a redirect from /2019/pass.html to “The pass”",
      "changed the story’s address from the-pass to the-high-pass",
      "switched the check “Open comments” off",
      "added a house rule",
      "removed a house rule (warning, en)",
    ]);
  });

  it("calls a picture by its caption, and says where it lies", async () => {
    const aida = await aPerson("editor", "Aida");
    const pictureId = await aLibraryPicture(aida);
    await removePicture(aida, { pictureId, version: 1 });
    const [removal, upload] = await search({ who: aida.id });
    expect(removal).toMatchObject({
      words: "removed a picture",
      about: { kind: "picture", name: "The pass.", isInTrash: true },
    });
    expect(upload).toMatchObject({ words: "added a picture", about: { name: "The pass." } });
  });

  it("says which house rule, also of one that was removed: as it was then", async () => {
    const aida = await aPerson("editor", "Aida");
    const [kept, gone] = [aRule({ id: newId(), pattern: "Frunze" }), aRule({ id: newId(), pattern: "ton(ne)?s" })];
    for (const rule of [kept, gone]) await addHouseRule(aida, rule);
    await changeHouseRule(aida, { ruleId: gone.id, version: 1, changes: { pattern: "tonnes?", isPattern: true } });
    await removeHouseRule(aida, { ruleId: gone.id });
    expect(await said({ who: aida.id })).toEqual([
      "Aida removed a house rule (warning, any language): tonnes?",
      "Aida changed a house rule (pattern, isPattern): tonnes?",
      "Aida added a house rule: tonnes?",
      "Aida added a house rule: Frunze",
    ]);
    expect((await search({ who: aida.id }))[0]?.about).toEqual({
      kind: "house rule",
      name: "tonnes?",
      isInTrash: false,
    });
  });

  it("goes on where a page ended, with nothing twice and nothing left out", async () => {
    const everything = await search({});
    const paged: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const { entries, next } = await trail(admin, {}, { cursor, limit: 3 });
      paged.push(...entries.map(({ id }) => id));
      cursor = next;
    }
    expect(paged).toEqual(everything.map(({ id }) => id));
  });

  it("finds words that very many stories have, a stretch at a time", async () => {
    await deskDb().$executeRaw`
      insert into "Story" ("id", "slug", "language", "translationGroupId", "headline", "createdAt", "changedAt")
      select id, id::text, 'en', id, 'Plenty of water', now(), now() from (select gen_random_uuid() as id from generate_series(1, 1100)) many`;
    const { storyId } = await aStory({ headline: "Plenty of snow" });
    const found = await search({ words: "plenty" });
    expect(found.map(({ subject }) => subject)).toEqual([storyId]);
    await moveStory(theProgram, { storyId, version: 1, stage: "copy" });
    for (let n = 0; n < 5; n++) await aStory({ headline: "In between" });
    const paged: string[] = [];
    let pages = 0;
    for (let cursor: string | null = ""; cursor !== null; pages++) {
      const { entries, next } = await trail(admin, { words: "plenty" }, { cursor, limit: 1, stretch: 3 });
      paged.push(...entries.map(({ type }) => type));
      cursor = next;
    }
    expect(paged).toEqual(["story.stage_moved", "story.created"]);
    expect(pages).toBeGreaterThan(3);
  });

  it("is for admins", async () => {
    for (const role of ["contributor", "author", "editor"] as const) {
      const actor = await aPerson(role);
      await expect(trail(actor, {})).rejects.toMatchObject({ fault: "forbidden" });
      await expect(exportTrail(actor, {})).rejects.toMatchObject({ fault: "forbidden" });
    }
  });
});

describe("the trail cannot be changed", () => {
  const statements = [`update "Event" set "actorName" = 'Nobody'`, `delete from "Event"`, `truncate "Event"`];
  const run = async (address: string, sql: string) => {
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };

  it.each(statements)("by the desk's login: %s", async (sql) => {
    await expect(run(env().DATABASE_URL, sql)).rejects.toThrow("permission denied");
    await expect(run(env().DATABASE_URL, `set chapar.maintenance = 'on'; ${sql}`)).rejects.toThrow("permission denied");
  });

  it.each(statements)("by the owner of the tables, unless they say that they mean it: %s", async (sql) => {
    await expect(run(env().DATABASE_OWNER_URL, sql)).rejects.toThrow("The audit trail is written once");
    await run(env().DATABASE_OWNER_URL, `begin; set local chapar.maintenance = 'on'; ${sql}; rollback`);
  });

  it("nor what was said with it, and it goes with its story alone", async () => {
    const { storyId } = await aStory({ by: admin });
    const { version } = await holdStory(admin, { storyId, version: 1, reason: "A call is out." });
    const notes = () => deskDb().storyNote.findMany({ where: { storyId }, select: { text: true, staffId: true } });
    const reworded = `update "StoryNote" set "text" = 'None.' where "storyId" = '${storyId}'`;
    for (const sql of [reworded, `delete from "StoryNote"`, `truncate "StoryNote"`])
      await expect(run(env().DATABASE_URL, sql)).rejects.toThrow("permission denied");
    await expect(run(env().DATABASE_OWNER_URL, reworded)).rejects.toThrow("The audit trail is written once");
    await run(env().DATABASE_OWNER_URL, `update "StoryNote" set "staffId" = null where "storyId" = '${storyId}'`);
    expect(await notes()).toEqual([{ text: "A call is out.", staffId: null }]);
    await run(env().DATABASE_OWNER_URL, `begin; set local chapar.maintenance = 'on'; ${reworded}; commit`);
    expect(await notes()).toMatchObject([{ text: "None." }]);

    const longAgo = new Date(Date.now() - 31 * 86_400_000);
    await spikeStory(admin, { storyId, version, reason: "Nobody wants it." }, { now: longAgo });
    await removeOldTrash(new Date());
    expect(await notes()).toEqual([]);
  });

  it("nor what a revision says", async () => {
    const { storyId } = await aStory({ by: admin });
    await publishStory(admin, { storyId, version: 1, seq: 0 });
    for (const change of [`"headline" = 'Another'`, `"body" = '{}'`, `"columns" = '{}'`, `"createdAt" = now()`])
      await expect(run(env().DATABASE_URL, `update "Revision" set ${change}`)).rejects.toThrow("permission denied");
  });
});

describe("what must stand in the trail", () => {
  const secret = "The minister’s secret number";
  const now = new Date();
  const days = (n: number) => new Date(now.getTime() + n * 86_400_000);

  const happenings: [EventType, () => Promise<unknown>][] = [
    ["staff.signed_in", async () => signInAs(goodPassword)],
    ["staff.sign_in_failed", async () => signInAs(secret).catch(() => {})],
    ["story.published", async () => aLiveStory()],
    ["story.unpublished", async () => unpublishStory(admin, { ...(await aLiveStory()), reason: secret })],
    ["story.killed", async () => killStory(admin, { ...(await aLiveStory()), reason: secret, legal: false })],
    ["story.spiked", async () => spikeStory(admin, { ...(await aDraft()), reason: secret })],
    [
      "story.removed",
      async () => {
        await spikeStory(theProgram, { ...(await aDraft()), reason: secret }, { now });
        await removeOldTrash(days(31));
      },
    ],
    ["staff.role_changed", async () => changeRole(admin, { staffId: (await aStaff()).id, version: 1, role: "editor" })],
    ["audit.exported", async () => exportTrail(admin, { words: secret })],
    [
      "settings.changed",
      async () => changeSettings(admin, { version: (await newsroomSettings()).version, changes: { name: secret } }),
    ],
  ];

  const signInAs = async (password: string) =>
    signIn({ email: (await aStaff({ name: "Aida\nBekova" })).email, password }, aBrowser());
  async function aDraft() {
    const { storyId } = await aStory({ by: admin, headline: secret, text: secret });
    await typed(storyId, secret);
    return { storyId, version: 1 };
  }
  async function aLiveStory() {
    const { storyId } = await aDraft();
    const { version } = await publishStory(admin, { storyId, version: 1, seq: 1 });
    return { storyId, version };
  }

  it.each(happenings)("%s", async (type, happen) => {
    const before = await deskDb().event.count({ where: { type } });
    await happen();
    expect(await deskDb().event.count({ where: { type } })).toBeGreaterThan(before);
  });

  it("and no text, no reason and no password with it", async () => {
    const events = await deskDb().event.findMany();
    const all = JSON.stringify(events, (_, value) => (typeof value === "bigint" ? String(value) : value));
    expect(events.length).toBeGreaterThan(20);
    for (const words of ["secret number", goodPassword, "$argon2"]) expect(all).not.toContain(words);
  });
});

it("the export is one line an event, for a spreadsheet that carries nothing out, and notes itself", async () => {
  const { storyId } = await aStory({ headline: '=HYPERLINK("https://evil.example","x")' });
  const csv = await exportTrail(admin, { storyId });
  expect(csv.split("\r\n")).toHaveLength(3);
  expect(csv).toContain(`"'=HYPERLINK(""https://evil.example"",""x"")"`);
  const [entry] = await search({ type: "audit.exported" });
  expect(entry).toMatchObject({ who: admin.name, words: "exported the audit trail (1 rows)" });
  expect(await exportTrail(admin, { storyId: newId() })).toBe("at,who,type,what,about,id\r\n");
});
