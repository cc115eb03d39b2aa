// `node --import ./scripts/hooks.mjs scripts/screenshots.ts [folder]`: starts a newsroom with the demo and takes its pictures.
// Without a folder it makes those of the README; with one it takes every page, narrow and wide, light and dark, for looking at.
import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { chromium, type Page } from "@playwright/test";
import { admin } from "../e2e/support/people.ts";
import { browserHere, ensureBrowser } from "./browser.ts";

const port = 3_219;
const site = `http://localhost:${port}`;
const [folder] = process.argv.slice(2);

ensureBrowser(console.log);
const program = spawn(process.execPath, ["--import", "./scripts/hooks.mjs", "e2e/support/serve.ts"], {
  stdio: ["ignore", "inherit", "inherit"],
  env: { ...process.env, NODE_ENV: "production", E2E_PORT: String(port) },
});
const executablePath = browserHere();
const browser = await chromium.launch({ args: ["--no-sandbox"], ...(executablePath && { executablePath }) });
try {
  await untilReady();
  if (folder) await everyPage(folder);
  else await forReadme();
} finally {
  await browser.close();
  program.kill("SIGTERM");
  await once(program, "exit");
}

async function untilReady(): Promise<void> {
  while (
    !(await fetch(`${site}/api/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (program.exitCode !== null) throw new Error("The program did not start.");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function forReadme(): Promise<void> {
  fs.mkdirSync("docs/pictures", { recursive: true });
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 860 } })).newPage();
  await page.goto(site);
  await page.screenshot({ path: "docs/pictures/front.png" });
  await signIn(page);
  await page.goto(`${site}/desk/stories`);
  await openStory(page);
  await page.screenshot({ path: "docs/pictures/editor.png" });
}

async function everyPage(into: string): Promise<void> {
  fs.mkdirSync(into, { recursive: true });
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [390, 1280]) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
      const page = await context.newPage();
      const shoot = (name: string) =>
        page.screenshot({ path: path.join(into, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      await page.goto(site);
      await shoot("front");
      await page.goto(`${site}/tags/tajik-afghan-border`);
      await shoot("tag");
      await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
      await page.getByRole("heading", { level: 1 }).waitFor();
      await shoot("story");
      for (const place of ["sections/security", "authors/aizada-mambetova", "nothing", "sign-in"]) {
        await page.goto(`${site}/${place}`);
        await shoot(place.replace("/", "-"));
      }
      await signIn(page);
      for (const place of [
        "desk",
        "desk/stories",
        "desk/board",
        "desk/calendar",
        "desk/budget",
        "desk/notifications",
        "desk/people",
        "desk/rates",
        "desk/sections",
        "desk/settings",
        "desk/account",
      ]) {
        await page.goto(`${site}/${place}`);
        await shoot(place.replace("/", "-"));
      }
      await page.goto(`${site}/desk/stories`);
      await openStory(page);
      await shoot("editor");
      await page.goto(`${page.url()}/preview`);
      await shoot("preview");
      await context.close();
    }
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${site}/sign-in`);
  await page.getByLabel("Email").fill(admin.email);
  await page.getByLabel("Password").fill(admin.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("navigation", { name: "Desk" }).waitFor();
}

async function openStory(page: Page): Promise<void> {
  await page.getByRole("table").getByRole("link", { name: "The lid on Bishkek" }).click();
  await page.getByRole("textbox", { name: "Text", exact: true }).waitFor();
}
