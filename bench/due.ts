// Two programs on one database: 200 stories due in one second, one of the two killed in it; and a kill until it is gone everywhere at both.
// Runs in a process of its own. Reports to its parent, or prints by itself: `node --import ./scripts/hooks.mjs bench/due.ts`.
import fs from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import "#newsroom/wiring";
import { closeDatabase } from "#lib/db/connect";
import { deskDb } from "#lib/db/desk";
import { parseSettings } from "#lib/env";
import { killStory } from "#newsroom/stories/commands/kill-story";
import { planPublication } from "#newsroom/stories/commands/plan-publication";
import { publishStory } from "#newsroom/stories/commands/publish-story";
import { feedFiles } from "#newsroom/stories/published/feed-files";
import { monthOf, sitemapFileName } from "#newsroom/stories/published/sitemap-files";
import { aSection, aStory, aTag, theProgram } from "#newsroom/stories/testing";
import { announceDatabase, databaseInUse } from "#server/database";
import { median, report, type Target, until } from "./measures.ts";
import { benchFolder, type Program, startProgram } from "./program.ts";

const together = 200;
const kills = 10;
const feedsOf = (list: string) => feedFiles.map((file) => `${list}/${file}`);
const lists = [
  ...["/", "/sections/security", "/tags/rivers", "/search?q=killed+bench", "/api/suggest?q=killed+bench"],
  ...["", "/sections/security", "/tags/rivers"].flatMap(feedsOf),
  ...["/sitemaps/news.xml", `/sitemaps/${sitemapFileName({ month: monthOf(new Date()).month, part: 1 })}`],
];
const targets: Target[] = [];
const folder = benchFolder("due");

try {
  const first = await startProgram(folder);
  try {
    const database = await databaseInUse(parseSettings({ DATA_DIR: folder }), folder);
    if (!database) throw new Error("The program does not run.");
    announceDatabase(database);
    const sectionId = await aSection("Security");
    const second = await secondProgram(first);
    try {
      await killToGone([first, second], sectionId);
      await dueTogether(second);
    } finally {
      await second.stop();
    }
    await closeDatabase();
  } finally {
    await first.stop();
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
if (process.send) {
  process.send(targets);
  process.disconnect();
} else report(targets);

function secondProgram(first: Program): Promise<Program> {
  const { DATABASE_URL = "", READERS_DATABASE_URL = "", DATABASE_OWNER_URL = "", AUTH_SECRET = "" } = process.env;
  const database = { DATABASE_URL, READERS_DATABASE_URL, DATABASE_OWNER_URL, AUTH_SECRET };
  return startProgram(`${folder}/second`, { ...database, SITE_URL: first.address });
}

/** From the commit of a kill until no page shows the story, in either program. */
async function killToGone(programs: Program[], sectionId: string): Promise<void> {
  const times: number[] = [];
  const tagId = await aTag("Rivers");
  for (let n = 0; n < kills; n++) {
    const headline = `Killed in the bench ${n}`;
    const { storyId, ...draft } = await aStory({ headline, sectionId, tagIds: [tagId] });
    const { version, address } = await publishStory(theProgram, { storyId, ...draft });
    const pages = programs.flatMap((program) => [address, ...lists].map((path) => `${program.address}${path}`));
    // A month's sitemap knows stories by their addresses only.
    const shows = async (page: string) => {
      const text = await textOf(page);
      return text.includes(headline) || text.includes(`${address}<`);
    };
    for (const page of pages) await until(() => shows(page));
    await killStory(theProgram, { storyId, version, reason: "The bench is done." });
    const gone = async (page: string) => !(await shows(page));
    times.push(Math.max(...(await Promise.all(pages.map((page) => until(() => gone(page)))))));
  }
  targets.push(
    {
      name: "kill to gone on page, front, section, tag, feeds, sitemaps, search, suggestions, in two programs, median",
      value: median(times),
      unit: "ms",
    },
    { name: "the same, the slowest", value: Math.max(...times), unit: "ms", limit: { most: 1_000 } },
  );
}

async function textOf(page: string): Promise<string> {
  return (await fetch(page)).text();
}

/** How late the last of all is live, and whether any was live early or twice. */
async function dueTogether(victim: Program): Promise<void> {
  const due = new Date(Math.ceil((Date.now() + 3_000 + together * 100) / 1000) * 1000);
  const ids: string[] = [];
  for (let n = 0; n < together; n++) {
    const draft = await aStory({ headline: `Due together ${n}` });
    await planPublication(theProgram, { ...draft, at: due.toISOString(), zone: "UTC" });
    ids.push(draft.storyId);
  }
  const live = () => deskDb().liveStory.count({ where: { id: { in: ids } } });
  await pause(due.getTime() - Date.now() - 500);
  const early = await live();
  while ((await live()) === 0) await pause(10);
  await victim.kill();
  while ((await live()) < together && Date.now() - due.getTime() < 60_000) await pause(10);
  const late = (Date.now() - due.getTime()) / 1000;
  const published = await deskDb().event.count({
    where: { type: { in: ["story.published", "story.updated"] }, subject: { in: ids } },
  });
  targets.push(
    {
      name: `${together} due in one second, one of two programs killed: last live`,
      value: late,
      unit: "s",
      limit: { most: 5 },
    },
    {
      name: "live before their instant or more than once",
      value: early + published - together,
      unit: "×",
      limit: { most: 0 },
    },
  );
}
