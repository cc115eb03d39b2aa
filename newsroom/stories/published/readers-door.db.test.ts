import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { aPaperWithSecrets, secret, theReadersLogin } from "./testing.ts";

let readers: Awaited<ReturnType<typeof theReadersLogin>>;
beforeAll(async () => {
  await aPaperWithSecrets();
  readers = await theReadersLogin();
});
afterAll(() => readers.close());

const ask = (sql: string, values?: unknown[]) => readers.ask(sql, values);
const refused = { code: "42501" };

describe("the readers' login", () => {
  it("sees what is live", async () => {
    expect(await ask(`select "headline" from "LiveStory"`)).toEqual([{ headline: "For everybody" }]);
    expect(await ask(`select "slug" from "LiveTag"`)).toEqual([{ slug: "csto" }]);
    expect(await ask(`select "slug" from "LiveTagAlias"`)).toEqual([{ slug: "collective-treaty" }]);
    expect(await ask(`select "name" from "LiveTagLabel"`)).toEqual([{ name: "ОДКБ" }]);
    expect(await ask(`select "name", "zone" from "Newsroom"`)).toEqual([
      { name: "The Test Paper", zone: "Asia/Bishkek" },
    ]);
  });

  it("sees no note, change, former address or redirect of what it may not see", async () => {
    for (const table of ["LiveCorrection", "LiveChange", "LiveRedirect"])
      expect(await ask(`select * from "${table}"`)).toEqual([]);
    expect(await ask(`select "from", "to", "toStoryId" from "Redirect"`)).toEqual([]);
    const retracted = await ask(`select "notice", "slug" from "RetractedAddress"`);
    expect(retracted.map(({ notice }) => notice)).toEqual(["It does not stand.", "It does not stand."]);
  });

  it("may not read a single row of any table but the readers' projection, the public settings and the rates", async () => {
    const tables = await deskDb().$queryRaw<
      { name: string }[]
    >`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`;
    const open = [
      ...[
        "GoneAddress",
        "LiveByline",
        "LiveChange",
        "LiveCorrection",
        "LiveCount",
        "LiveProfile",
        "LiveRedirect",
        "LiveSection",
        "LiveSlot",
        "LiveStory",
        "LiveStoryPicture",
        "LiveStoryTag",
        "LiveTag",
        "RetractedAddress",
        "StoryRate",
        "LiveTagAlias",
        "LiveTagLabel",
        "LiveTagName",
      ],
    ];
    const readable: string[] = [];
    for (const { name } of tables) {
      const rows = await ask(`select * from "${name}"`).catch((error) => {
        expect(error).toMatchObject(refused);
        return null;
      });
      if (rows) readable.push(name);
      expect(JSON.stringify(rows)).not.toContain(secret);
    }
    expect(readable.toSorted()).toEqual(open.toSorted());
    expect(tables.length).toBeGreaterThan(25);
  });

  it.each([
    `select "authorsPublishOwn" from "Newsroom"`,
    `select "hash" from "Rate"`,
    `select "passwordHash" from "Staff"`,
    `select * from "StaffSession"`,
    `select * from "Event"`,
    `select "createdById" from "Redirect"`,
    `select "difference" from "PublishedChange"`,
    `select "slug" from "FormerAddress"`,
    `insert into "LiveSection" ("slug", "name", "position") values ('x', 'x', 1)`,
    `update "LiveStory" set "headline" = 'x'`,
    `delete from "LiveStory"`,
    `create table leak (x text)`,
    `create temporary table leak (x text)`,
    `set role chapar_desk`,
    `set role chapar_owner`,
    `set session authorization chapar_owner`,
    `alter table "LiveStory" disable row level security`,
    `copy "LiveStory" to program 'cat'`,
    `select pg_read_file('/etc/passwd')`,
    `select * from pg_authid`,
  ])("is refused: %s", (sql) => expect(ask(sql)).rejects.toMatchObject(refused));

  it("cannot switch row-level security off for itself", async () => {
    await ask("set row_security = off");
    await expect(ask(`select "headline" from "LiveStory"`)).rejects.toMatchObject(refused);
    await ask("set row_security = on");
  });

  it("learns no word from what the planner knows", async () =>
    expect(JSON.stringify(await ask("select * from pg_stats"))).not.toContain(secret));
});
