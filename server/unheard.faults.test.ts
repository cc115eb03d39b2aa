import path from "node:path";
import { afterEach, expect, it } from "vitest";
import { aFolder, aFreePort, run, untilReady } from "../testing/program.ts";
import { runningPostmaster } from "./embedded-postgres/postmaster.ts";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

it("a program whose log nobody reads any more goes on, and stops when it is told to", async () => {
  const folder = aFolder();
  const port = await aFreePort();
  const env = { DATA_DIR: folder, PORT: String(port), ROLES: "jobs", SEED: "none", RATES_URL: "http://127.0.0.1:9/" };
  const program = run("server/main.ts", { env });
  ends.push(async () => {
    program.child.kill("SIGKILL");
    await program.ended;
    const left = runningPostmaster(path.join(folder, "postgres"));
    if (left) process.kill(left.pid, "SIGKILL");
  });
  program.child.stdout?.destroy();
  program.child.stderr?.destroy();
  await untilReady(program, `http://127.0.0.1:${port}`, 60_000);
  program.child.kill("SIGTERM");
  expect(await program.ended).toMatchObject({ status: 0 });
}, 100_000);
