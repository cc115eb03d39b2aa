// `npm run bench -- long-story`: what the longest stories that may be cost everybody else. While one request is
// answered, the program is asked all the time whether it lives, which needs neither page nor database: the longest wait for
// that is how long the request held up everything.
import fs from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import "#newsroom/wiring";
import { closeDatabase } from "#lib/db/connect";
import { parseSettings } from "#lib/env";
import { b, body, crosshead, p } from "#newsroom/body/testing";
import { system } from "#newsroom/kernel/actor";
import { newId } from "#newsroom/kernel/ids";
import { createSection } from "#newsroom/sections/commands";
import { createStory } from "#newsroom/stories/commands/create-story";
import { publishStory } from "#newsroom/stories/commands/publish-story";
import { documentOf } from "#newsroom/stories/document/document";
import { announceDatabase, databaseInUse } from "#server/database";
import { report, type Target, timed } from "./measures.ts";
import { benchFolder, signedIn, startProgram } from "./program.ts";

const bench = system("bench");
/** The best of these counts: what is only the machine's other work is no property of the request. */
const rounds = 3;
const sentence = "The water reached the upper fields on Tuesday, two weeks later than the villages had been told. ";

/** As people write, and two with as many pieces as a body's 4 MB hold. */
const shapes = {
  "as people write": (words: number) =>
    body(
      ...Array.from({ length: Math.floor(words / 713) }, () => [
        crosshead("What was said"),
        ...Array.from({ length: 10 }, () => p(sentence.repeat(2), b("Nobody had asked."), ` ${sentence.repeat(2)}`)),
      ]).flat(),
    ),
  "in small pieces": (words: number) =>
    body(...Array.from({ length: Math.floor(words / 5) }, () => p("one two ", b("three"), " four five"))),
  "one a paragraph": (words: number) => body(...Array.from({ length: words }, () => p("one"))),
};

async function made(words: number, shape: keyof typeof shapes, sectionId: string) {
  const storyId = newId();
  const text = { headline: `Long ${storyId}`, body: shapes[shape](words) };
  await createStory(bench, { id: storyId, columns: { sectionId }, text });
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const { address } = await publishStory(bench, { storyId, version: 1, seq: 0 });
  loop.disable();
  return { storyId, address, text, publishing: loop.max / 1e6 };
}

/** Milliseconds that `work` took, and the longest that the program took meanwhile to say that it lives. */
async function held(address: string, work: () => Promise<Response>) {
  const ask = () => fetch(`${address}/api/health/live`).then((answer) => answer.arrayBuffer());
  let others = 0;
  let goesOn = true;
  const asking = (async () => {
    while (goesOn) {
      others = Math.max(others, await timed(ask));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  })();
  let status = 0;
  const itself = await timed(async () => {
    const answer = await work();
    status = answer.status;
    await answer.arrayBuffer();
  });
  goesOn = false;
  await asking;
  if (status !== 200) throw new Error(`It answered ${status}.`);
  return { itself, others };
}

const targets: Target[] = [];
const folder = benchFolder("long");
const program = await startProgram(folder);
try {
  const database = await databaseInUse(parseSettings({ DATA_DIR: folder }), folder);
  if (!database) throw new Error("The program does not run.");
  announceDatabase(database);
  const cookie = await signedIn(program.address);
  const { id: sectionId } = await createSection(bench, { id: newId(), name: "Water" });
  const visit = (path: string, init: RequestInit = {}) =>
    fetch(program.address + path, { ...init, headers: { cookie, origin: program.address } });

  const requests = (story: Awaited<ReturnType<typeof made>>): Record<string, () => Promise<Response>> => ({
    "its page, for the first reader": () => fetch(program.address + story.address),
    "its document": () => visit(`/api/stories/${story.storyId}/document`),
    "its preview": () => visit(`/desk/stories/${story.storyId}/preview`),
    "its page at the desk": () => visit(`/desk/stories/${story.storyId}`),
    "all of it, written at once": async () => {
      const { id } = await createStory(bench, { id: newId(), columns: { sectionId } });
      const update = Buffer.from(documentOf(story.text)).toString("base64");
      const body = JSON.stringify({ writeId: newId(), baseSeq: 0, update });
      return visit(`/api/stories/${id}/document`, { method: "POST", body });
    },
  });
  for (const request of Object.values(requests(await made(1_000, "as people write", sectionId))))
    await held(program.address, request);
  for (const [words, shape] of [
    [60_000, "as people write"],
    [190_000, "as people write"],
    [100_000, "in small pieces"],
    [60_000, "one a paragraph"],
  ] as const) {
    const best = new Map<string, { value: number; most: number }>();
    const keep = (name: string, value: number, most: number) =>
      best.set(name, { value: Math.min(value, best.get(name)?.value ?? value), most });
    for (let round = 0; round < rounds; round++) {
      const story = await made(words, shape, sectionId);
      keep("publishing, held", story.publishing, 1_000);
      for (const [name, request] of Object.entries(requests(story))) {
        const { itself, others } = await held(program.address, request);
        keep(name, itself, 5_000);
        keep(`${name}, held`, others, 1_000);
      }
    }
    for (const [name, { value, most }] of best)
      targets.push({
        name: `${words.toLocaleString("en")} words ${shape}: ${name}`,
        value,
        unit: "ms",
        limit: { most },
      });
  }
} finally {
  await closeDatabase();
  await program.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
if (process.send) {
  process.send(targets);
  process.disconnect();
} else process.exitCode = report(targets) ? 0 : 1;
