import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aFolder, aFreePort, type Running, run } from "../testing/program.ts";
import { runningPostmaster } from "./embedded-postgres/postmaster.ts";

const asRoot = process.getuid?.() === 0;
let folder: string;
let port: number;
let programs: Running[];

beforeEach(async () => {
  folder = aFolder();
  port = await aFreePort();
  programs = [];
});

afterEach(async () => {
  for (const { child, ended } of programs) {
    child.kill("SIGKILL");
    await ended;
  }
  const left = runningPostmaster(path.join(folder, "var", "postgres"));
  if (left) process.kill(left.pid, "SIGKILL");
  await expect.poll(() => runningPostmaster(path.join(folder, "var", "postgres"))).toBeUndefined();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Without the pages: they need a build, and what is tried here does not need them. */
function start(env: Record<string, string> = {}, wishes: { uid?: number } = {}): Running {
  const settings = { DATA_DIR: path.join(folder, "var"), PORT: String(port), ROLES: "jobs", SEED: "none", ...env };
  const program = run("server/main.ts", { env: { RATES_URL: "http://127.0.0.1:9/", ...settings }, ...wishes });
  programs.push(program);
  return program;
}

async function status(check: "live" | "ready"): Promise<number> {
  return fetch(`http://127.0.0.1:${port}/api/health/${check}`).then(
    ({ status }) => status,
    () => 0,
  );
}

const isReady = () => expect.poll(() => status("ready"), { timeout: 30_000 }).toBe(200);
const postmaster = () => runningPostmaster(path.join(folder, "var", "postgres"));

describe("a start that cannot be", () => {
  const refused = async (program: Running) => {
    const { status, printed } = await program.ended;
    expect(status).toBe(1);
    expect(printed).not.toMatch(/\n\s+at /); // a sentence, not a stack
    return printed;
  };
  const nothingWasMade = () => expect(fs.existsSync(path.join(folder, "var"))).toBe(false);

  it("names every wrong setting", async () => {
    const printed = await refused(start({ SITE_URL: "paper", NEWSROOM_ZONE: "Mars/Base", DATABASE_URL: "mysql://x" }));
    for (const name of ["SITE_URL", "NEWSROOM_ZONE", "DATABASE_URL"]) expect(printed).toContain(name);
    nothingWasMade();
  });

  it("says that the port is taken", async () => {
    const other = net.createServer().listen(port);
    try {
      expect(await refused(start())).toContain(`Port ${port} is in use by another program`);
    } finally {
      other.close();
    }
    nothingWasMade();
  });

  it("says that the database does not answer", async () => {
    const away = (user: string) => `postgresql://${user}:hunter2@127.0.0.1:9/paper`;
    const printed = await refused(
      start({
        DATABASE_URL: away("desk"),
        READERS_DATABASE_URL: away("readers"),
        DATABASE_OWNER_URL: away("owner"),
        AUTH_SECRET: "0123456789abcdef0123456789abcdef",
      }),
    );
    expect(printed).toContain("The database at 127.0.0.1:9 (DATABASE_OWNER_URL) does not answer");
    expect(printed).not.toContain("hunter2");
  });

  it("says that the data folder is of another version, and leaves it alone", async () => {
    fs.mkdirSync(path.join(folder, "var/postgres"), { recursive: true });
    fs.writeFileSync(path.join(folder, "var/postgres/PG_VERSION"), "14\n");
    fs.writeFileSync(path.join(folder, "var/secrets.json"), JSON.stringify(secrets));
    expect(await refused(start())).toContain("was made by PostgreSQL 14");
    expect(fs.readdirSync(path.join(folder, "var/postgres"))).toEqual(["PG_VERSION"]);
  });

  it("says that secrets.json is missing rather than making new ones", async () => {
    fs.mkdirSync(path.join(folder, "var/postgres"), { recursive: true });
    fs.writeFileSync(path.join(folder, "var/postgres/PG_VERSION"), "18\n");
    expect(await refused(start())).toContain("secrets.json is missing");
  });

  it.runIf(asRoot)("says that there is no right to the data folder", async () => {
    fs.mkdirSync(path.join(folder, "var"), { mode: 0o755 });
    expect(await refused(start({}, { uid: 65_534 }))).toMatch(/There is no right to use .*var/);
  });
});

describe("a program that runs", () => {
  it("stops when it is told to, with its database, and leaves its folder free", async () => {
    const program = start();
    await isReady();
    expect(await status("live")).toBe(200);
    program.child.kill("SIGTERM");
    expect((await program.ended).status).toBe(0);
    expect(postmaster()).toBeUndefined();
    expect(fs.readdirSync(path.join(folder, "var"))).not.toContain("program.lock");
  });

  it("keeps a second one off its data folder", async () => {
    const first = start();
    await isReady();
    const second = start({ PORT: String(await aFreePort()) });
    const { status: ended, printed } = await second.ended;
    expect(ended).toBe(1);
    expect(printed).toMatch(new RegExp(`is in use by "npm start" \\(process ${first.child.pid}\\)`));
    expect(await status("ready")).toBe(200);
  });

  it("finds its database again after it was killed", async () => {
    const first = start();
    await isReady();
    const before = postmaster();
    first.child.kill("SIGKILL");
    await first.ended;
    const second = start();
    await isReady();
    expect(second.printed()).toContain("still running from before");
    expect(postmaster()).toEqual(before);
  });

  it("brings its database back when that was killed", async () => {
    start();
    await isReady();
    const before = postmaster();
    process.kill(before?.pid ?? 0, "SIGKILL");
    await expect.poll(() => postmaster()?.pid, { timeout: 15_000 }).not.toBe(before?.pid);
    await isReady();
    expect(postmaster()?.port).toBe(before?.port);
    expect(await status("live")).toBe(200);
  });

  it("leaves nothing behind when it is stopped while it starts", async () => {
    const program = start();
    await expect.poll(() => program.printed(), { timeout: 30_000 }).toContain("Data:");
    program.child.kill("SIGTERM");
    expect((await program.ended).status).toBe(0);
    expect(postmaster()).toBeUndefined();
  });

  it("prints the first admin's password once", async () => {
    const first = start();
    await isReady();
    await expect.poll(first.printed).toMatch(/Sign in as \S+ with the password \S{20,} /);
    first.child.kill("SIGTERM");
    await first.ended;
    const second = start();
    await isReady();
    await expect.poll(second.printed).toContain("Desk");
    expect(second.printed()).not.toContain("with the password");
  });
});

const secret = "0123456789abcdef0123456789abcdef";
const secrets = { superuser: secret, owner: secret, desk: secret, readers: secret, auth: secret };
