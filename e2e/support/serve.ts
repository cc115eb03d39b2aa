// The program under test: a new newsroom with the demo, the recorded rates beside it. Runs until it is told to stop.
import { spawn } from "node:child_process";
import fs from "node:fs";
import { admin } from "./people.ts";
import { dataFolder } from "./program.ts";
import { startRatesServer } from "./rates-server.ts";

const port = process.env.E2E_PORT ?? "3210";
const folder = dataFolder(port);
fs.rmSync(folder, { recursive: true, force: true });
const rates = await startRatesServer();

const program = spawn(process.execPath, ["--import", "./scripts/hooks.mjs", "server/main.ts"], {
  stdio: ["ignore", "inherit", "inherit"],
  env: {
    ...process.env,
    PORT: port,
    SITE_URL: `http://localhost:${port}`,
    DATA_DIR: folder,
    SEED: "demo",
    // Journeys do not wait for the undo window; the one about it sets its own.
    NEWSROOM_UNDO_SECONDS: process.env.NEWSROOM_UNDO_SECONDS ?? "0",
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
    RATES_URL: rates.url,
    FETCH_ALLOW: rates.host,
  },
});
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => program.kill("SIGTERM"));
program.on("exit", (status) => {
  fs.rmSync(folder, { recursive: true, force: true });
  process.exit(status ?? 1);
});
