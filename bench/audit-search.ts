// The audit trail of years, searched in every combination of its filters, in a process of its own. Reports to its parent, or prints when it
// is run by itself: `node --import ./scripts/hooks.mjs bench/audit-search.ts`.
import fs from "node:fs";
import pg from "pg";
import "#newsroom/wiring";
import { closeDatabase } from "#lib/db/connect";
import { parseSettings } from "#lib/env";
import type { TrailSearch } from "#newsroom/history/schema";
import { trail } from "#newsroom/history/trail";
import { system } from "#newsroom/kernel/actor";
import { announceDatabase, migrateDatabase, openDatabase } from "#server/database";
import { median, report, type Target, timed } from "./measures.ts";
import { benchFolder } from "./program.ts";

const [stories, events, people] = [100_000, 1_000_000, 50];
const targets: Target[] = [];
const folder = benchFolder("audit");

const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
const person = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;

const whose: TrailSearch[] = [{}, { who: person(1) }, { who: person(7) }, { who: "program" }];
const types: TrailSearch[] = [{}, { type: "story.changed" }, { type: "staff.signed_in" }, { type: "settings.changed" }];
const about: TrailSearch[] = [
  {},
  { storyId: "00000000-0000-7000-9000-000000000042" },
  { words: "ledger" },
  { words: "zarbuz gorge" },
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
    await measure();
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
      `insert into "Story" ("id", "slug", "language", "translationGroupId", "headline", "createdAt", "changedAt")
       select id, 'story-' || n, 'en', id, 'Water story ' || n || case when n % 5000 = 0 then ' of the Zarbuz gorge' else '' end, now(), now()
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
    await owner.query("vacuum analyze");
  } finally {
    await owner.end();
  }
}

async function measure(): Promise<void> {
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
