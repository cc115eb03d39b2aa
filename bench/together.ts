// Writing together, measured in a process of its own against the program as `npm start` runs it. Reports to its parent, or prints
// when it is run by itself: `node --import ./scripts/hooks.mjs bench/together.ts`.
import fs from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { chromium, type Page } from "@playwright/test";
import * as Y from "yjs";
import "#newsroom/wiring";
import { closeDatabase } from "#lib/db/connect";
import { parseSettings } from "#lib/env";
import { b, body, crosshead, p } from "#newsroom/body/testing";
import { system } from "#newsroom/kernel/actor";
import { newId } from "#newsroom/kernel/ids";
import { aStaff } from "#newsroom/people/testing";
import { createStory } from "#newsroom/stories/commands/create-story";
import { announceDatabase, databaseInUse } from "#server/database";
import { browserHere, ensureBrowser } from "../scripts/browser.ts";
import { aBrowser, anEditor, type TestEditor } from "../testing/editor-window.ts";
import { median, report, type Target } from "./measures.ts";
import { admin, benchFolder, type Program, startProgram } from "./program.ts";

const bench = system("bench");
const targets: Target[] = [];
const folder = benchFolder("together");

try {
  const program = await startProgram(folder);
  try {
    process.env.SITE_URL = program.address;
    const database = await databaseInUse(parseSettings({ DATA_DIR: folder }), folder);
    if (!database) throw new Error("The program does not run.");
    announceDatabase(database);
    await fiftyInOne(program);
    await fiveHundredDocuments(program);
    await longStoryInABrowser(program);
    await closeDatabase();
  } finally {
    await program.stop();
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
if (process.send) {
  process.send(targets);
  process.disconnect();
} else report(targets);

/** The value under which 95 of 100 lie. */
function p95(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}

async function aNewStory(words: number): Promise<string> {
  const storyId = newId();
  const sentence = "The water reached the upper fields on Tuesday, two weeks later than the villages had been told. ";
  const blocks = Array.from({ length: Math.ceil(words / 713) }, () => [
    crosshead("What was said"),
    ...Array.from({ length: 10 }, () => p(sentence.repeat(2), b("Nobody had asked."), ` ${sentence.repeat(2)}`)),
  ]).flat();
  await createStory(bench, { id: storyId, text: { headline: `Bench ${storyId}`, body: body(...blocks) } });
  return storyId;
}

async function opened(address: string, storyIds: string[]): Promise<TestEditor[]> {
  const person = await aStaff({ role: "editor" });
  const editors: TestEditor[] = [];
  for (const storyId of storyIds) editors.push(await anEditor(await aBrowser(address, person), person, storyId));
  for (const { sync } of editors)
    while (sync.awareness.getStates().size === 0 || sync.state().kind !== "saved") await pause(5);
  return editors;
}

/** Fifty people type two words a second each into one story of 2,000 words; how long until another one's window has it. */
async function fiftyInOne({ address }: Program): Promise<void> {
  const people = 50;
  const storyId = await aNewStory(2_000);
  const editors = await opened(
    address,
    Array.from({ length: people }, () => storyId),
  );
  await pause(2_000);
  const sentAt = new Map<string, number>();
  const waits: number[] = [];
  const watcher = editors[0] as TestEditor;
  watcher.doc.getXmlFragment("body").observe(({ changes }) => {
    for (const item of changes.added)
      for (const content of item.content.getContent()) {
        const at = content instanceof Y.XmlElement ? sentAt.get(content.toString().replace(/<[^>]*>/g, "")) : undefined;
        if (at !== undefined) waits.push(performance.now() - at);
      }
  });
  await Promise.all(
    editors.slice(1).map(async (editor, at) => {
      await pause((at / people) * 500);
      for (let n = 0; n < 20; n++) {
        const words = `writer ${at} word ${n}`;
        sentAt.set(words, performance.now());
        editor.write(words);
        await pause(500);
      }
    }),
  );
  await pause(1_000);
  for (const { close } of editors) close();
  if (waits.length < 19 * 49) throw new Error(`Only ${waits.length} words arrived.`);
  targets.push(
    { name: "50 people in one story: edit to another's window, median", value: median(waits), unit: "ms" },
    {
      name: "50 people in one story: edit to another's window, p95",
      value: p95(waits),
      unit: "ms",
      limit: { most: 200 },
    },
  );
}

/** Five hundred stories open, one writer each, a word every two seconds: edit to commit, and what the program weighs. */
async function fiveHundredDocuments({ address, pid }: Program): Promise<void> {
  const storyIds: string[] = [];
  for (let n = 0; n < 500; n++) storyIds.push(await aNewStory(713));
  const editors = await opened(address, storyIds);
  const waits: number[] = [];
  await Promise.all(
    editors.map(async (editor, at) => {
      await pause((at / editors.length) * 2_000);
      for (let n = 0; n < 5; n++) {
        const since = performance.now();
        editor.write(`word ${n}`);
        if ((await editor.sync.flush()).ok) waits.push(performance.now() - since);
        await pause(2_000);
      }
    }),
  );
  const weight =
    Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? Number.NaN) / 1024;
  for (const { close } of editors) close();
  if (waits.length < 500 * 5) throw new Error(`Only ${waits.length} words were stored.`);
  targets.push(
    { name: "500 open stories: edit to commit, p95", value: p95(waits), unit: "ms", limit: { most: 2_000 } },
    { name: "500 open stories: memory of the program", value: weight, unit: "MB", limit: { most: 700 } },
  );
}

/** A story of 20,000 words in a real browser. */
async function longStoryInABrowser({ address }: Program): Promise<void> {
  const storyId = await aNewStory(20_000);
  ensureBrowser(console.log);
  const executablePath = browserHere();
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.goto(`${address}/sign-in`);
    await page.getByLabel("Email").fill(admin.email);
    await page.getByLabel("Password").fill(admin.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("navigation", { name: "Desk" }).waitFor();
    const openings: number[] = [];
    for (let n = 0; n < 3; n++) openings.push(await opening(page, `${address}/desk/stories/${storyId}`));
    const { keys, works } = await typing(page);
    const pastes: Paste[] = [];
    for (let n = 0; n < 3; n++) pastes.push(await pasting(page, `${address}/desk/stories/${await aNewStory(713)}`));
    targets.push(
      { name: "20,000 words in a browser: opens", value: median(openings), unit: "ms", limit: { most: 2_000 } },
      { name: "20,000 words in a browser: a key, median", value: median(keys), unit: "ms" },
      { name: "20,000 words in a browser: a key, p95", value: p95(keys), unit: "ms", limit: { most: 16 } },
      {
        name: "20,000 words in a browser: all that a key starts, p95",
        value: p95(works),
        unit: "ms",
        limit: { most: 50 },
      },
      {
        name: "200,000 characters pasted: on the screen",
        value: median(pastes.map(({ took }) => took)),
        unit: "ms",
        limit: { most: 2_000 },
      },
      {
        name: "200,000 characters pasted: the longest task",
        value: median(pastes.map(({ longest }) => longest)),
        unit: "ms",
        limit: { most: 1_000 },
      },
    );
  } finally {
    await browser.close();
  }
}

async function opening(page: Page, url: string): Promise<number> {
  await page.goto("about:blank");
  const since = performance.now();
  await page.goto(url, { waitUntil: "commit" });
  await page.getByRole("textbox", { name: "Text", exact: true }).getByText("Nobody had asked.").last().waitFor();
  return performance.now() - since;
}

/** Milliseconds from and to, on the page's own clock. */
type Span = [from: number, to: number];

/**
 * Milliseconds for which each key holds the page. `keys`: until the text stands in the page, script, style and layout together.
 * `works`: all that it starts until the next key, as the browser tells it: what its events' listeners took (Event Timing), and every task of 50 ms or more,
 * so frames and timers too (long tasks). Not until the next paint: that comes with a frame, 16 ms later at best, whatever the editor does.
 * A key that was on the screen within 16 ms is not told and counts as 16.
 */
async function typing(page: Page): Promise<{ keys: number[]; works: number[] }> {
  await page.getByRole("textbox", { name: "Text", exact: true }).getByText("Nobody had asked.").nth(120).click();
  await page.evaluate(() => {
    const keys: number[] = [];
    const downs: number[] = [];
    const spans: [number, number][] = [];
    Object.assign(window, { benchKeys: keys, benchDowns: downs, benchSpans: spans });
    window.addEventListener("keydown", ({ timeStamp }) => downs.push(timeStamp), { capture: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (entry instanceof PerformanceEventTiming) spans.push([entry.processingStart, entry.processingEnd]);
    }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) spans.push([startTime, startTime + duration]);
    }).observe({ type: "longtask" });
    let since = 0;
    const begin = () => {
      since = performance.now();
    };
    window.addEventListener("beforeinput", begin, { capture: true });
    // The editor reads what the browser typed after this event, in a microtask that stands in line before these.
    window.addEventListener("input", () =>
      queueMicrotask(() =>
        queueMicrotask(() => {
          document.body.getBoundingClientRect();
          keys.push(performance.now() - since);
        }),
      ),
    );
  });
  await page.keyboard.type("The words of somebody who types on and on while the clock runs in the night. ".repeat(4), {
    delay: 30,
  });
  await pause(2_500); // what comes to rest after a pause belongs to the last key
  const { keys, downs, spans } = await page.evaluate(() => {
    const heard = window as unknown as { benchKeys: number[]; benchDowns: number[]; benchSpans: Span[] };
    return { keys: heard.benchKeys, downs: heard.benchDowns, spans: heard.benchSpans };
  });
  if (keys.length < 200 || downs.length < 200) throw new Error(`Only ${keys.length} keys were heard.`);
  return { keys: keys.slice(20), works: worksOf(downs, spans).slice(20) };
}

function worksOf(downs: number[], spans: Span[]): number[] {
  return downs.map((down, at) => {
    const next = downs[at + 1] ?? Number.POSITIVE_INFINITY;
    const own = spans.filter(([from]) => from >= down && from < next).sort(([one], [other]) => one - other);
    let [work, until] = [0, 0];
    for (const [from, to] of own) {
      work += Math.max(to - Math.max(from, until), 0);
      until = Math.max(until, to);
    }
    return Math.max(work, 16);
  });
}

interface Paste {
  /** Milliseconds until all of it was on the screen. */
  took: number;
  /** Of the tasks until then, and shortly after. */
  longest: number;
}

/** 400 paragraphs as a word processor puts them on the clipboard, some 210,000 characters, into a story that has text. */
async function pasting(page: Page, url: string): Promise<Paste> {
  const paragraphs = Array.from(
    { length: 400 },
    (_, n) => `${n} ${"The pass at the tunnel was closed again because of snow. ".repeat(9)}`,
  );
  const html = paragraphs
    .map((words) => `<p class=MsoNormal style='margin:0cm'><span lang=EN-GB>${words}<o:p></o:p></span></p>`)
    .join("\n");
  await page.goto(url);
  const text = page.getByRole("textbox", { name: "Text", exact: true });
  await text.getByText("Nobody had asked.").last().click();
  return text.evaluate(async (element, html) => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: "longtask" });
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    const before = element.querySelectorAll("p").length;
    const since = performance.now();
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    const frame = () => new Promise(requestAnimationFrame);
    while (element.querySelectorAll("p").length < before + 399) await frame();
    await frame();
    await new Promise((done) => setTimeout(done));
    const took = performance.now() - since;
    await new Promise((done) => setTimeout(done, 2_000));
    return { took, longest: Math.max(0, ...tasks) };
  }, html);
}
