import { randomUUID } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { migrate } from "#lib/db/migrate";
import { env } from "#lib/env";
import { writeStory } from "#newsroom/stories/commands/write-story";
import { aNewsroom, aPerson, aStory, aTag, typing } from "#newsroom/stories/testing";
import { superuserAddress } from "#server/embedded-postgres/cluster";
import { loginsFor, PASSWORD } from "../../testing/logins.ts";
import { createBackup } from "./create.ts";
import { loadBackup, type RestoreOptions, restoreBackup } from "./restore.ts";
import { finishRestore } from "./swap.ts";
import { tablesOf } from "./tables.ts";

const port = inject("databasePort");
/** The database that is restored into, another one for each test. */
let empty: string;
let emptyAddress: string;
const leaveOut = ["StaffSession"];
const migrations = path.resolve("prisma/migrations");
const now = new Date("2026-03-01T12:00:00Z");

let folder: string;
let source: string;
let target: string;
let to: string;

async function withClient<T>(address: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
const asAdmin = (sql: string) => withClient(superuserAddress({ port }, PASSWORD), (client) => client.query(sql));

/** Everything that a database holds, table by table. */
const contentOf = (address: string) =>
  withClient(address, async (client) => {
    const content: Record<string, unknown> = {};
    for (const { name } of await tablesOf(client)) {
      const { rows } = await client.query(`SELECT t::text AS row FROM "${name}" t ORDER BY 1`);
      content[name] = leaveOut.includes(name) ? [] : rows.map(({ row }) => row);
    }
    return content;
  });

beforeAll(async () => {
  const { sectionId } = await aNewsroom();
  const editor = await aPerson("editor", 'Гүлзат \\ "quoted"\tO\'Neil 🦬');
  const tagIds = [await aTag("CSTO"), await aTag("Water & energy")];
  const { storyId } = await aStory({ by: editor, headline: "Snow\u2028closes the pass", sectionId, tagIds });
  await writeStory(editor, await typing(storyId, "Lorries wait at the Tajik side; \\x00 is text here."));
  await withClient(env().DATABASE_OWNER_URL, async (client) => {
    const revision = randomUUID();
    await client.query(
      `INSERT INTO "Revision" ("id","storyId","kind","number","headline","body","columns","documentSeq","storyVersion","wordCount","createdAt")
       VALUES ($1,$2,'published',900,'x','{"type":"doc","n":12345678901234567890.5}','{}',0,1,1,'2026-03-01T00:00:00.123456Z')`,
      [revision, storyId],
    );
    await client.query(`UPDATE "Story" SET "liveRevisionId" = $1 WHERE "id" = $2`, [revision, storyId]); // a circle
    await client.query(
      `INSERT INTO "StaffSession" ("id","tokenHash","staffId","device","createdAt","lastSeenAt","endsAt")
       VALUES (gen_random_uuid(), '\\x00ff', $1, 'a browser', now(), now(), now())`,
      [editor.id],
    );
  });
});

beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "chapar-backup-"));
  [source, target, to] = ["var", "restored", "backup.tar"].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  fs.mkdirSync(path.join(source, "media/ab"), { recursive: true });
  fs.mkdirSync(target);
  fs.writeFileSync(path.join(source, "media/ab/пик.jpg"), Buffer.from([0, 1, 2, 255]));
  fs.writeFileSync(path.join(source, "media/empty"), "");
  fs.mkdirSync(path.join(source, ".media-unfinished/cd"), { recursive: true });
  fs.writeFileSync(path.join(source, ".media-unfinished/cd/480.webp"), "half");
  fs.writeFileSync(path.join(source, "secrets.json"), "{}");
  fs.writeFileSync(path.join(source, "postgres.log"), "");
  empty = `restored_${randomUUID().replaceAll("-", "")}`;
  emptyAddress = loginsFor(port, empty).owner;
  await asAdmin(`CREATE DATABASE ${empty} OWNER chapar_owner`);
  return () => fs.rmSync(folder, { recursive: true });
});

const backup = () => createBackup({ ownerAddress: env().DATABASE_OWNER_URL, folder: source, to, leaveOut, now });
const restoring = (wishes: Partial<RestoreOptions> = {}): RestoreOptions => ({
  ...{ ownerAddress: emptyAddress, folder: target, from: to, migrations, replace: false, leaveOut },
  ...wishes,
});
const restore = (wishes: Partial<RestoreOptions> = {}) => restoreBackup(restoring(wishes));
const finish = () => finishRestore({ ownerAddress: emptyAddress, folder: target });

describe("a newsroom brought back from its backup", () => {
  it("is the same to the last row, counter and file, without sessions and secrets", async () => {
    const manifest = await backup();
    await restore();
    expect(await contentOf(emptyAddress)).toEqual(await contentOf(env().DATABASE_OWNER_URL));
    expect(manifest.tables).toMatchObject({ Story: 1, StoryTag: 2, Revision: 2 });
    expect(manifest.tables).not.toHaveProperty("StaffSession");
    expect(fs.readdirSync(target)).toEqual(["media"]);
    expect(fs.readFileSync(path.join(target, "media/ab/пик.jpg"))).toEqual(Buffer.from([0, 1, 2, 255]));
    const position = `SELECT nextval('"Event_position_seq"')::int AS n, (SELECT max("position")::int FROM "Event") AS last`;
    const { n, last } = await withClient(emptyAddress, async (client) => (await client.query(position)).rows[0]);
    expect(n).toBeGreaterThan(last);
  });

  it("has no sessions either when an older program put them into the backup", async () => {
    await createBackup({ ownerAddress: env().DATABASE_OWNER_URL, folder: source, to, leaveOut: [], now });
    await restore();
    const sessions = await withClient(emptyAddress, (client) => client.query(`SELECT FROM "StaffSession"`));
    expect(sessions.rowCount).toBe(0);
  });

  it("keeps the doors: readers read the projection only, keys and triggers hold", async () => {
    await backup();
    await restore();
    const readers = loginsFor(port, empty).readers;
    await expect(withClient(readers, (client) => client.query(`SELECT * FROM "Story"`))).rejects.toThrow("denied");
    await withClient(readers, (client) => client.query(`SELECT * FROM "LiveStory"`));
    const off = `SELECT count(*)::int AS n FROM pg_trigger WHERE tgenabled <> 'O'`;
    expect((await withClient(emptyAddress, (client) => client.query(off))).rows).toEqual([{ n: 0 }]);
    const orphan = `INSERT INTO "StoryTag" VALUES (gen_random_uuid(), gen_random_uuid(), 1)`;
    await expect(withClient(emptyAddress, (client) => client.query(orphan))).rejects.toThrow("foreign key");
  });

  it("takes the place of another one only when told so", async () => {
    await backup();
    await restore();
    await withClient(emptyAddress, (client) => client.query(`UPDATE "Newsroom" SET "name" = 'Another paper'`));
    fs.writeFileSync(path.join(target, "media/later"), "");
    await expect(restore()).rejects.toThrow("--replace");
    await restore({ replace: true });
    expect(await contentOf(emptyAddress)).toEqual(await contentOf(env().DATABASE_OWNER_URL));
    expect(fs.readdirSync(path.join(target, "media"))).not.toContain("later");
  });

  it("is brought up to date when the program is newer than the backup", async () => {
    await backup();
    const newer = path.join(folder, "migrations");
    fs.cpSync(migrations, newer, { recursive: true });
    fs.mkdirSync(path.join(newer, "99999999999999_later"));
    fs.writeFileSync(
      path.join(newer, "99999999999999_later/migration.sql"),
      `ALTER TABLE "Story" ADD COLUMN "later" int DEFAULT 7`,
    );
    await restore({ migrations: newer });
    const later = `SELECT "later" FROM "Story"`;
    expect((await withClient(emptyAddress, (client) => client.query(later))).rows).toEqual([{ later: 7 }]);
  });
});

describe("a restore that was cut off", () => {
  const namesIn = (relative: string) => fs.readdirSync(path.join(target, relative)).sort();
  const stagedIn = () => fs.readdirSync(target).filter((name) => name.startsWith(".restore-"));
  beforeEach(async () => {
    await backup();
    fs.mkdirSync(path.join(target, "media/zz"), { recursive: true });
    fs.writeFileSync(path.join(target, "media/mine.jpg"), "");
    fs.mkdirSync(path.join(target, "letters"));
  });
  const isDone = () => {
    expect(namesIn("media")).toEqual(["ab", "empty"]);
    expect(namesIn("")).toEqual(["media"]);
  };

  it("before its database was there leaves the files as they were", async () => {
    fs.mkdirSync(path.join(target, `.restore-${randomUUID()}/new/media`), { recursive: true });
    expect(await finish()).toBe(false);
    expect(namesIn("media")).toEqual(["mine.jpg", "zz"]);
    expect(stagedIn()).toEqual([]);
  });

  it("when its database was there is finished by the next start", async () => {
    await loadBackup(restoring({ replace: true }));
    expect(namesIn("media")).toEqual(["mine.jpg", "zz"]);
    expect(await finish()).toBe(true);
    isDone();
    expect(await finish()).toBe(false);
  });

  it("or by the next restore, whatever that comes to", async () => {
    await loadBackup(restoring({ replace: true }));
    await expect(restore({ from: path.join(folder, "no.tar") })).rejects.toThrow("There is no file");
    isDone();
  });

  it.each<[string, (staged: string) => void]>([
    [
      "while the old files went aside",
      (staged) => {
        fs.mkdirSync(path.join(staged, "old"));
        fs.renameSync(path.join(target, "media"), path.join(staged, "old/media"));
      },
    ],
    [
      "while the new files came",
      (staged) => {
        fs.mkdirSync(path.join(staged, "old"));
        for (const name of ["media", "letters"]) fs.renameSync(path.join(target, name), path.join(staged, "old", name));
        fs.writeFileSync(path.join(staged, "old-are-aside"), "");
        fs.renameSync(path.join(staged, "new/media"), path.join(target, "media"));
      },
    ],
  ])("%s loses none of them", async (_when, cut) => {
    await loadBackup(restoring({ replace: true }));
    cut(path.join(target, stagedIn()[0] ?? ""));
    expect(await finish()).toBe(true);
    isDone();
  });
});

describe("a restore changes nothing", () => {
  const aPaperOfMine = async () => {
    await migrate(emptyAddress, migrations);
    await withClient(emptyAddress, (client) =>
      client.query(
        `INSERT INTO "Newsroom" ("id","name","zone","language","languages") VALUES (1,'Mine','UTC','en','{en}')`,
      ),
    );
    return contentOf(emptyAddress);
  };

  it.each([
    ["cut short", (file: string) => fs.truncateSync(file, fs.statSync(file).size - 2048)],
    ["cut to its first half", (file: string) => fs.truncateSync(file, Math.floor(fs.statSync(file).size / 1024) * 512)],
    ["changed in one byte", (file: string) => flipByte(file)],
    ["no backup at all", (file: string) => fs.writeFileSync(file, "hello".repeat(1000))],
    ["empty", (file: string) => fs.writeFileSync(file, "")],
  ])("when the file is %s", async (_how, damage) => {
    await backup();
    const mine = await aPaperOfMine();
    damage(to);
    await expect(restore({ replace: true })).rejects.toThrow("is damaged");
    expect(await contentOf(emptyAddress)).toEqual(mine);
  });

  it("when a row points at nothing", async () => {
    await createBackup({
      ...{ ownerAddress: env().DATABASE_OWNER_URL, folder: source, to, now },
      leaveOut: [...leaveOut, "Tag"],
    });
    const mine = await aPaperOfMine();
    await expect(restore({ replace: true })).rejects.toThrow("foreign key");
    expect(await contentOf(emptyAddress)).toEqual(mine);
    expect(fs.readdirSync(target)).toEqual([]);
  });

  it.each(["owner", "desk", "readers"] as const)("when somebody is connected as %s", async (login) => {
    await backup();
    await aPaperOfMine();
    await withClient(loginsFor(port, empty)[login], async () => {
      await expect(restore({ replace: true })).rejects.toThrow("stop every program");
    });
  });

  it("when the backup comes from a newer program", async () => {
    await backup();
    const older = path.join(folder, "migrations");
    fs.cpSync(migrations, older, { recursive: true });
    const newest =
      fs
        .readdirSync(older)
        .filter((name) => /^\d/.test(name))
        .sort()
        .at(-1) ?? "";
    fs.rmSync(path.join(older, newest), { recursive: true });
    await expect(restore({ migrations: older })).rejects.toThrow(`migration ${newest}`);
  });
});

describe("a backup", () => {
  it("is one moment, whatever happens while it is made", async () => {
    const making = backup();
    const added = await aTag("Made meanwhile");
    const manifest = await making;
    await restore();
    const tags = await withClient(emptyAddress, (client) => client.query(`SELECT count(*)::int AS n FROM "Tag"`));
    expect(tags.rows).toEqual([{ n: manifest.tables.Tag }]);
    await withClient(env().DATABASE_OWNER_URL, (client) => client.query(`DELETE FROM "Tag" WHERE "id" = $1`, [added]));
  });

  it("never overwrites a file, and leaves none when it fails", async () => {
    fs.writeFileSync(to, "yesterday");
    await expect(backup()).rejects.toThrow("is there already");
    expect(fs.readFileSync(to, "utf8")).toBe("yesterday");
    fs.rmSync(to);
    await expect(
      createBackup({ ownerAddress: `${env().DATABASE_OWNER_URL}_nowhere`, folder: source, to, leaveOut, now }),
    ).rejects.toThrow();
    expect(fs.readdirSync(folder).filter((name) => name.startsWith("backup"))).toEqual([]);
  });

  it("is readable by its owner only", async () => {
    await backup();
    expect(fs.statSync(to).mode & 0o777).toBe(0o600);
  });
});

function flipByte(file: string): void {
  const content = fs.readFileSync(file);
  const at = content.indexOf("closes the pass");
  content[at] = (content[at] ?? 0) ^ 1;
  fs.writeFileSync(file, content);
}
