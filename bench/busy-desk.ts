// The desk after years: its audit trail searched in every combination of the filters, its board, calendar, news budget and first page, in a
// process of its own. Reports to its parent, or prints when it is run by itself: `node --import ./scripts/hooks.mjs bench/busy-desk.ts`.
import fs from "node:fs";
import pg from "pg";
import "#newsroom/wiring";
import { closeDatabase } from "#lib/db/connect";
import { parseSettings } from "#lib/env";
import type { TrailSearch } from "#newsroom/history/schema";
import { trail } from "#newsroom/history/trail";
import { type Role, type StaffActor, system } from "#newsroom/kernel/actor";
import { storyBoard } from "#newsroom/planning/board";
import { newsBudget } from "#newsroom/planning/budget";
import { calendar } from "#newsroom/planning/calendar";
import { boundsOf, dayAfter, dayOf, weekOf } from "#newsroom/planning/days";
import { nextActions } from "#newsroom/planning/next-action-queries";
import { announceDatabase, migrateDatabase, openDatabase } from "#server/database";
import { median, report, type Target, timed } from "./measures.ts";
import { benchFolder } from "./program.ts";

const [stories, events, people] = [100_000, 1_000_000, 50];
const targets: Target[] = [];
const folder = benchFolder("busy-desk");

const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
const person = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;

const whose: TrailSearch[] = [{}, { who: person(1) }, { who: person(7) }, { who: "program" }];
const types: TrailSearch[] = [{}, { type: "story.changed" }, { type: "staff.signed_in" }, { type: "settings.changed" }];
const about: TrailSearch[] = [
  {},
  { storyId: "00000000-0000-7000-9000-000000000042" },
  { words: "ledger" },
  { words: "zarbuz gorge" },
  { words: "quartz-vote" },
  { words: "water" },
  { words: "nothing of the kind" },
];
const times: TrailSearch[] = [
  {},
  { from: ago(1) },
  { from: ago(1_000), until: ago(999) },
  { until: ago(1_200) },
  { from: ago(5_000), until: ago(4_000) },
];

try {
  const database = await openDatabase(parseSettings({ DATA_DIR: folder }), folder);
  try {
    await migrateDatabase(database);
    announceDatabase(database);
    await fill(database.logins.owner);
    await measureTrail();
    await measurePlanning();
  } finally {
    await closeDatabase();
    await database.close();
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
if (process.send) {
  process.send(targets);
  process.disconnect();
} else process.exit(report(targets) ? 0 : 1);

/** Ten events a story, over four years; one person of fifty and the program do most of it, one type of thirteen is rare. */
async function fill(ownerAddress: string): Promise<void> {
  console.log(`Making a trail of ${events.toLocaleString("en")} events …`);
  const owner = new pg.Client({ connectionString: ownerAddress });
  await owner.connect();
  try {
    await owner.query(
      `insert into "Staff" ("id", "email", "name", "role", "createdAt")
       select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, n || '@bench.example', 'Person ' || n, 'editor', now()
       from generate_series(1, ${people}) n`,
    );
    await owner.query(
      `insert into "Story" ("id", "slug", "language", "translationGroupId", "headline", "slugline", "createdAt", "changedAt")
       select id, 'story-' || n, 'en', id, 'Water story ' || n || case when n % 5000 = 0 then ' of the Zarbuz gorge' else '' end,
         case when n % 7000 = 0 then 'quartz-vote-' || n when n % 3 > 0 then 'regional-water-' || n end, now(), now()
       from (select n, ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid as id from generate_series(1, ${stories}) n) s`,
    );
    await owner.query(
      `insert into "Event" ("id", "position", "type", "actorKind", "actorId", "actorName", "subject", "payload", "at")
       select gen_random_uuid(), n, (array['story.changed','story.changed','story.changed','story.changed','story.stage_moved','story.stage_moved',
           'comment.started','story.published','story.updated','plan.made','story.created','staff.signed_in'])[1 + (n * 7919 % 12)::int],
         case when n % 3 = 0 then 'system' else 'staff' end,
         case when n % 3 = 0 then null
           else ('00000000-0000-7000-8000-' || lpad((case when n % 3 = 1 then 1 else 1 + n * 31 % ${people} end)::text, 12, '0'))::uuid end,
         'Person', ('00000000-0000-7000-9000-' || lpad((1 + n * 104729 % ${stories})::text, 12, '0'))::uuid, '{}',
         now() - make_interval(mins => ((${events} - n) * 2)::int)
       from generate_series(1::bigint, ${events}) n`,
    );
    await owner.query(`update "Story" set "headline" = 'The ledger' where "slug" = 'story-77'`);
    await plan(owner);
    await owner.query("vacuum analyze");
  } finally {
    await owner.end();
  }
}

/**
 * Nine of ten stories are live, over four years; the others stand at the six stages, half of them due within two months around today, and
 * every fifth has an assignment; 500 plans are open, and a tenth is confidential.
 */
async function plan(owner: pg.Client): Promise<void> {
  await owner.query(
    `insert into "Newsroom" ("id", "name", "zone", "language", "languages") values (1, 'Bench', 'Asia/Bishkek', 'en', '{en}') on conflict do nothing`,
  );
  const numbered = `(select "id", row_number() over (order by "id") as n from "Story") s`;
  await owner.query(
    `update "Story" story set "publication" = 'live', "firstPublishedAt" = at, "publicationAt" = at, "publishedAt" = at, "changedAt" = at,
         "createdById" = ('00000000-0000-7000-8000-' || lpad((1 + n % ${people})::text, 12, '0'))::uuid
       from (select "id", n, now() - make_interval(mins => ((${stories} - n) * 21)::int) as at from ${numbered}) s
       where s."id" = story."id" and n % 10 > 0`,
  );
  await owner.query(
    `update "Story" story set "stage" = (array['idea','draft','draft','edit','legal','copy','ready'])[1 + (n / 10 % 7)::int],
         "changedAt" = now() - make_interval(mins => (n % 100000)::int), "confidential" = n % 100 = 0,
         "dueAt" = case when n % 20 = 0 then now() + make_interval(mins => ((n * 7919) % 86400 - 43200)::int) end,
         "assigneeId" = case when n % 30 = 0 then ('00000000-0000-7000-8000-' || lpad((1 + n / 10 % ${people})::text, 12, '0'))::uuid end,
         "createdById" = ('00000000-0000-7000-8000-' || lpad((1 + n / 10 % ${people})::text, 12, '0'))::uuid
       from ${numbered} where s."id" = story."id" and n % 10 = 0`,
  );
  await owner.query(
    `insert into "Assignment" ("id", "storyId", "staffId", "kind", "dueAt", "givenAt", "filedAt")
       select gen_random_uuid(), s."id", ('00000000-0000-7000-8000-' || lpad((1 + n % ${people})::text, 12, '0'))::uuid, 'pictures',
         now() + make_interval(mins => ((n * 104729) % 86400 - 43200)::int), now(), case when n % 10 = 5 then now() end
       from ${numbered} where n % 5 = 0`,
  );
  await owner.query(
    `insert into "Plan" ("id", "storyId", "verb", "at", "zone", "plannedAt")
       select gen_random_uuid(), s."id", 'publish', now() + make_interval(mins => (n % 20160)::int), 'Asia/Bishkek', now()
       from ${numbered} where n % 200 = 0`,
  );
}

async function measurePlanning(): Promise<void> {
  const zone = "Asia/Bishkek";
  const now = new Date();
  const today = dayOf(now, zone);
  const days = [today, dayAfter(today, -3), dayAfter(today, 5), dayAfter(today, -400)];
  const weeks = days.map((day) => {
    const week = weekOf(day);
    return { from: boundsOf(week[0] ?? day, zone).from, to: boundsOf(week[6] ?? day, zone).to };
  });
  const someone = (role: Role): StaffActor => ({
    kind: "staff",
    id: person(7),
    name: role,
    role,
    sessionId: person(1),
  });
  const questions: [name: string, ask: (who: StaffActor) => (() => Promise<unknown>)[]][] = [
    ["board", (who) => [() => storyBoard(who), () => storyBoard(who, { assignee: "me" })]],
    ["calendar", (who) => weeks.map((week) => () => calendar(who, week))],
    ["news budget", (who) => days.map((day) => () => newsBudget(who, boundsOf(day, zone)))],
    ["what waits for somebody", (who) => [() => nextActions(who, now)]],
  ];
  for (const [name, ask] of questions) {
    const runs: number[] = [];
    for (const role of ["contributor", "author", "editor", "admin"] as const)
      for (const question of ask(someone(role))) {
        const times: number[] = [];
        for (let n = 0; n < 7; n++) times.push(await timed(question));
        runs.push(median(times));
        console.log(`${name}, ${role}: ${median(times).toFixed(1)} ms`);
      }
    const what = `${name}, ${stories.toLocaleString("en")} stories`;
    targets.push({ name: what, value: median(runs), unit: "ms", limit: { most: 200 } });
    targets.push({ name: `${what}, the slowest question`, value: Math.max(...runs), unit: "ms", limit: { most: 200 } });
  }
}

async function measureTrail(): Promise<void> {
  const admin = system("bench");
  let worst = { value: 0, search: {} };
  const all: number[] = [];
  for (const who of whose)
    for (const type of types)
      for (const story of about)
        for (const time of times) {
          const search = { ...who, ...type, ...story, ...time };
          const runs: number[] = [];
          for (let n = 0; n < 3; n++) runs.push(await timed(() => trail(admin, search)));
          const value = median(runs);
          all.push(value);
          if (value > worst.value) worst = { value, search };
        }
  console.log(`The slowest of ${all.length} questions to the trail: ${JSON.stringify(worst.search)}`);
  const name = "audit search, 1,000,000 events and 100,000 stories";
  targets.push({ name: `${name}, all combinations`, value: median(all), unit: "ms", limit: { most: 200 } });
  targets.push({ name: `${name}, the slowest combination`, value: worst.value, unit: "ms", limit: { most: 200 } });
}
