import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Cluster, startCluster, stopCluster, superuserAddress } from "./cluster.ts";
import { runningPostmaster } from "./postmaster.ts";

const password = "only-for-tests";
const asRoot = process.getuid?.() === 0;
let folder: string;
let open: Cluster[];

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "chapar cluster-")); // with a space
  fs.chmodSync(folder, 0o755);
  open = [];
});

afterEach(async () => {
  const left = runningPostmaster(path.join(folder, "postgres"));
  if (left) process.kill(left.pid, "SIGKILL");
  for (const cluster of open) await stopCluster(cluster);
  fs.rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<Cluster> {
  const cluster = await startCluster({ folder, password });
  open.push(cluster);
  return cluster;
}

async function ask(cluster: Cluster, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: superuserAddress(cluster, password) });
  client.on("error", () => {});
  await client.connect();
  try {
    return Object.values((await client.query(sql)).rows?.[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

/** Starts the cluster in another program, which then dies without a word. */
function startInProgramThatIsKilled(): Promise<void> {
  const program = `
    const { startCluster } = await import(${JSON.stringify(path.resolve("server/embedded-postgres/cluster.ts"))});
    await startCluster({ folder: ${JSON.stringify(folder)}, password: ${JSON.stringify(password)} });
    process.kill(process.pid, "SIGKILL");`;
  const child = spawn(process.execPath, ["--import", "./scripts/hooks.mjs", "--input-type=module", "-e", program], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  return new Promise((resolve, reject) => {
    child.on("exit", (_, signal) => (signal === "SIGKILL" ? resolve() : reject(new Error("it did not get that far"))));
  });
}

describe("the program's own PostgreSQL", () => {
  it("keeps what was written, and its port, from one start to the next", async () => {
    const first = await start();
    expect(first).toMatchObject({ fresh: true, adopted: false });
    await ask(first, "CREATE TABLE kept AS SELECT 1 AS n");
    await stopCluster(first);
    expect(runningPostmaster(path.join(folder, "postgres"))).toBeUndefined();
    const second = await start();
    expect(second).toMatchObject({ fresh: false, adopted: false, port: first.port });
    expect(await ask(second, "SELECT n FROM kept")).toBe(1);
    expect(await ask(second, "SHOW fsync")).toBe("on");
  });

  it("is taken over after the program was killed", async () => {
    await startInProgramThatIsKilled();
    const running = runningPostmaster(path.join(folder, "postgres"));
    const taken = await start();
    expect(taken).toMatchObject({ adopted: true, pid: running?.pid, port: running?.port });
    await stopCluster(taken);
    expect(runningPostmaster(path.join(folder, "postgres"))).toBeUndefined();
  });

  it("recovers after it was killed itself, though its pid file stays behind", async () => {
    const first = await start();
    await ask(first, "CREATE TABLE kept AS SELECT 7 AS n");
    process.kill(first.pid, "SIGKILL");
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await ask(second, "SELECT n FROM kept")).toBe(7);
  });

  it("starts although its last process number belongs to somebody else now", async () => {
    const first = await start();
    await stopCluster(first);
    const file = path.join(folder, "postgres", "postmaster.pid");
    fs.writeFileSync(file, `${process.pid}\n${path.join(folder, "postgres")}\n0\n${first.port}\n\n\n\nready\n`);
    expect((await start()).adopted).toBe(false);
  });

  it("chooses another port when the last one is taken", async () => {
    const first = await start();
    await stopCluster(first);
    const { createServer } = await import("node:net");
    const other = createServer().listen(first.port, "127.0.0.1");
    try {
      expect((await start()).port).not.toBe(first.port);
    } finally {
      other.close();
    }
  });

  it("leaves nothing that looks like a database when it could not be prepared, and clears it at the next start", async () => {
    fs.mkdirSync(path.join(folder, "postgres.unfinished-1/cluster"), { recursive: true });
    fs.writeFileSync(path.join(folder, "postgres.unfinished-1/cluster/PG_VERSION"), "18\n");
    expect((await start()).fresh).toBe(true);
    expect(fs.readdirSync(folder).filter((name) => name.includes("unfinished"))).toEqual([]);
  });

  it("refuses the data folder of another major version and says what to do", async () => {
    fs.mkdirSync(path.join(folder, "postgres"));
    fs.writeFileSync(path.join(folder, "postgres", "PG_VERSION"), "15\n");
    await expect(start()).rejects.toThrow(/PostgreSQL 15, and this Chapar brings 18.*backup:create/);
  });

  it("refuses a folder that holds something else", async () => {
    fs.mkdirSync(path.join(folder, "postgres"));
    fs.writeFileSync(path.join(folder, "postgres", "holiday.jpg"), "");
    await expect(start()).rejects.toThrow("is not a PostgreSQL data folder");
  });

  it("says that secrets.json does not belong to it", async () => {
    await start();
    await expect(startCluster({ folder, password: "another" })).rejects.toThrow("secrets.json");
  });

  it.runIf(asRoot)("runs under another name in a home that is closed to all others", async () => {
    fs.chmodSync(folder, 0o700);
    const cluster = await start();
    expect(await ask(cluster, "SELECT 1")).toBe(1);
    await stopCluster(cluster);
    expect((await start()).fresh).toBe(false);
  });

  describe.runIf(asRoot)("on a full disk", () => {
    const smallDisk = (size: string, skip: (why: string) => never) => {
      try {
        execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size},mode=755`, "tmpfs", folder], { stdio: "ignore" });
      } catch {
        skip("this machine lets nobody mount a small disk");
      }
    };
    const fill = () => {
      const file = fs.openSync(path.join(folder, "filler"), "w");
      try {
        for (;;) fs.writeSync(file, Buffer.alloc(4096));
      } catch {
        fs.closeSync(file);
      }
    };
    afterEach(() => {
      const left = runningPostmaster(path.join(folder, "postgres"));
      if (left) process.kill(left.pid, "SIGKILL");
      execFileSync("umount", ["--lazy", folder], { stdio: "ignore" });
    });

    it("says so in one sentence and leaves no half-made database", async ({ skip }) => {
      smallDisk("8m", skip);
      await expect(start()).rejects.toThrow(/^The disk that holds .* is full/);
      expect(fs.readdirSync(folder)).not.toContain("postgres");
    });

    it("says so for a database that was there, and starts again when there is room", async ({ skip }) => {
      smallDisk("120m", skip);
      const first = await start();
      await ask(first, "CREATE TABLE kept AS SELECT 5 AS n");
      await stopCluster(first);
      fill();
      await expect(start()).rejects.toThrow(/^The disk that holds .* is full/);
      fs.rmSync(path.join(folder, "filler"));
      expect(await ask(await start(), "SELECT n FROM kept")).toBe(5);
    });
  });
});
