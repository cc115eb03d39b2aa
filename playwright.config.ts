import { defineConfig } from "@playwright/test";
import { browserHere } from "./scripts/browser.ts";

const port = Number(process.env.E2E_PORT ?? 3_210);
const executablePath = browserHere();

/** Journeys in a real browser against the program as `npm start` runs it: production build, own PostgreSQL, demo newsroom. */
export default defineConfig({
  testDir: "./e2e",
  outputDir: "./test-results",
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  timeout: 120_000,
  // One that passes only the second time is told as flaky, by name.
  retries: 1,
  // Long ones that break things or hurry for minutes: `npm run test:faults`.
  ...(process.env.FAULTS !== "full" && { grepInvert: /@faults/ }),
  expect: { timeout: 10_000 },
  use: {
    baseURL: `http://localhost:${port}`,
    locale: "en-GB",
    viewport: { width: 1280, height: 800 },
    // Recording costs a third of the time of two cores: only where one failed.
    trace: "on-first-retry",
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-dev-shm-usage",
        // Else two cores emulate one for every page.
        "--disable-gpu",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  webServer: {
    command: "node --import ./scripts/hooks.mjs e2e/support/serve.ts",
    url: `http://localhost:${port}/api/health/ready`,
    timeout: 240_000,
    stdout: "ignore",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
    env: { ...stringsOf(process.env), E2E_PORT: String(port), NODE_ENV: "production" },
  },
});

function stringsOf(variables: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
