import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { env } from "#lib/env";
import { superuserAddress } from "#server/embedded-postgres/cluster";
import { PASSWORD } from "../../testing/logins.ts";
import { checkLogins, ensureRoles, type Logins } from "./roles.ts";

const admin = superuserAddress({ port: inject("databasePort") }, PASSWORD);
const tag = randomBytes(4).toString("hex");
const names = { owner: `owner_${tag}`, desk: `desk ${tag}`, readers: `readers_${tag}` };
const at = (user: string, password = "it's; a % word") => {
  const address = new URL(env().DATABASE_URL);
  address.username = encodeURIComponent(user);
  address.password = encodeURIComponent(password);
  return address.href;
};
const logins: Logins = { owner: at(names.owner), desk: at(names.desk), readers: at(names.readers) };

async function query(address: string, sql: string) {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

afterAll(async () => {
  for (const name of Object.values(names)) await query(admin, `DROP ROLE IF EXISTS ${pg.escapeIdentifier(name)}`);
});

describe("logins with names of one's own", () => {
  beforeAll(() => ensureRoles(admin, logins));

  it("read the projection through their group, and nothing else", async () => {
    expect(await query(logins.readers, `SELECT count(*)::int AS n FROM "LiveStory"`)).toEqual([{ n: 0 }]);
    await expect(query(logins.readers, `SELECT * FROM "Story"`)).rejects.toThrow("permission denied");
    await expect(query(logins.readers, "SET ROLE chapar_desk")).rejects.toThrow("permission denied");
  });

  it("work at the desk without changing tables", async () => {
    expect(await query(logins.desk, `SELECT count(*)::int AS n FROM "Story"`)).toEqual([{ n: 0 }]);
    await expect(query(logins.desk, "CREATE TABLE mine (n int)")).rejects.toThrow("permission denied");
    await expect(query(logins.desk, "CREATE TEMP TABLE mine (n int)")).rejects.toThrow("permission denied");
  });

  it("are made once, and keep the password that they have", async () => {
    await ensureRoles(admin, { ...logins, readers: at(names.readers, "another") });
    await expect(query(logins.readers, "SELECT 1")).resolves.toHaveLength(1);
  });

  it("pass the check", async () => {
    await expect(checkLogins(logins)).resolves.toBeUndefined();
  });
});

describe("logins that cannot be right", () => {
  it("are refused with the SQL to run when nobody here may make them", async () => {
    const late = { ...logins, readers: at(`late_${tag}`, "hunter2") };
    const refused = ensureRoles(env().DATABASE_OWNER_URL, late);
    await expect(refused).rejects.toThrow(`CREATE ROLE "late_${tag}" LOGIN PASSWORD '…';`);
    await expect(refused).rejects.toThrow(`GRANT chapar_readers TO "late_${tag}";`);
    await expect(refused).rejects.not.toThrow("hunter2");
  });

  it("are refused when the readers' login may do everything", async () => {
    await expect(checkLogins({ ...logins, readers: admin })).rejects.toThrow("READERS_DATABASE_URL may do more");
  });

  it("are refused when the readers' login owns the tables", async () => {
    await expect(checkLogins({ ...logins, readers: env().DATABASE_OWNER_URL })).rejects.toThrow("may do more");
  });

  it("are refused when the desk's login is not in its group", async () => {
    const stray = `stray_${tag}`;
    await query(admin, `CREATE ROLE ${stray} LOGIN PASSWORD 'x'`);
    try {
      await expect(checkLogins({ ...logins, desk: at(stray, "x") })).rejects.toThrow(
        `GRANT chapar_desk TO "${stray}";`,
      );
    } finally {
      await query(admin, `DROP ROLE ${stray}`);
    }
  });
});
