import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import pg from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { env } from "#lib/env";
import { type EventStream, type EventStreamOptions, followEvents } from "./event-stream.ts";

const soon = <T>(look: () => T) => expect.poll(look, { timeout: 5_000 });
const channel = "chapar_events";
const NEVER = 3_600_000;
let owner: pg.Client;
let stream: EventStream | undefined;

beforeEach(async () => {
  owner = new pg.Client({ connectionString: env().DATABASE_OWNER_URL });
  await owner.connect();
  await owner.query(`set chapar.maintenance = 'on'; truncate "Event"`);
});

afterEach(async () => {
  await stream?.close();
  stream = undefined;
  await owner.end();
});

/** Stores an event at a position; tells of it only if asked to. */
async function happens(position: number, { notify = true } = {}): Promise<void> {
  await owner.query(
    `insert into "Event" ("id", "position", "type", "actorKind", "actorName", "payload", "at")
     values ($1, $2, 'thing.changed', 'system', 'test', '{"n": 1}', now())`,
    [randomUUID(), position],
  );
  if (notify) await owner.query("select pg_notify($1, $2)", [channel, String(position)]);
}

function follow(options: Partial<EventStreamOptions> = {}) {
  const heard: string[] = [];
  stream = followEvents({
    url: env().DATABASE_OWNER_URL,
    channel,
    log: { info: () => {}, warn: () => {} },
    lookEvery: NEVER,
    follower: {
      startFrom: (position) => heard.push(`start ${position}`),
      tell: ({ position, type }) => heard.push(`${type} ${position}`),
      regain: () => heard.at(-1) !== "sure" && heard.push("sure"),
      lose: () => heard.at(-1) !== "unsure" && heard.push("unsure"),
    },
    ...options,
  });
  return heard;
}

it("starts at what happened last and tells what comes after", async () => {
  await happens(41);
  const heard = follow();
  await stream?.started;
  expect(heard).toEqual(["start 41", "sure"]);
  await happens(42);
  await soon(() => heard).toEqual(["start 41", "sure", "thing.changed 42", "sure"]);
  await happens(45);
  await soon(() => heard.slice(4)).toEqual(["thing.changed 45", "sure"]);
});

it("begins at nothing in an empty newsroom", async () => {
  const heard = follow();
  await stream?.started;
  expect(heard).toEqual(["start 0", "sure"]);
});

it("tells many at once in their order, each once", async () => {
  const heard = follow();
  await stream?.started;
  await owner.query(
    `insert into "Event" ("id", "position", "type", "actorKind", "actorName", "at")
     select gen_random_uuid(), n, 'thing.changed', 'system', 'test', now() from generate_series(1, 1203) n`,
  );
  await owner.query("select pg_notify($1, '')", [channel]);
  await soon(() => heard.length).toBe(1206);
  expect(heard.slice(2, -1)).toEqual(Array.from({ length: 1203 }, (_, i) => `thing.changed ${i + 1}`));
});

it("finds by looking what no message told of", async () => {
  const heard = follow({ lookEvery: 20 });
  await stream?.started;
  await happens(1, { notify: false });
  await soon(() => heard).toContain("thing.changed 1");
});

it("is unsure while its connection is cut, and catches up before it is sure again", async () => {
  const heard = follow();
  await stream?.started;
  await owner.query("begin");
  await happens(7);
  await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'chapar events'`);
  await soon(() => heard).toContain("unsure");
  await owner.query("commit");
  await soon(() => heard.slice(heard.indexOf("thing.changed 7"))).toEqual(["thing.changed 7", "sure"]);
  expect(heard.slice(0, 3)).toEqual(["start 0", "sure", "unsure"]);
  expect(heard.filter((line) => line === "thing.changed 7")).toHaveLength(1);
});

it("is unsure when the database hangs without closing anything, and comes back", async () => {
  const proxy = await aProxy();
  const heard = follow({ url: proxy.url, lookEvery: 20, patience: 100 });
  await stream?.started;
  proxy.hold();
  await happens(1);
  await soon(() => heard).toEqual(["start 0", "sure", "unsure"]);
  proxy.release();
  await soon(() => heard).toEqual(["start 0", "sure", "unsure", "thing.changed 1", "sure"]);
  await stream?.close();
  proxy.close();
});

it("waits for a database that is not there, patiently and without noise", async () => {
  const warnings: string[] = [];
  let tries = 0;
  const refusing = createServer((socket) => {
    tries += 1;
    socket.destroy();
  }).listen(0, "127.0.0.1");
  await once(refusing, "listening");
  const { port } = refusing.address() as AddressInfo;
  const log = { info: () => {}, warn: (message: string) => warnings.push(message) };
  const heard = follow({ url: `postgresql://nobody:x@127.0.0.1:${port}/nothing`, log });
  await soon(() => tries).toBe(3); // after 100 and 200 ms
  expect([heard, warnings.length]).toEqual([["unsure"], 1]);
  await stream?.close();
  refusing.close();
});

it("starts anew when older events were put in their place, as a restored backup does", async () => {
  await happens(100);
  const heard = follow({ lookEvery: 20 });
  await stream?.started;
  // All or nothing: a look in between would find no events at all.
  await owner.query(`set chapar.maintenance = 'on'; begin; truncate "Event"`);
  await happens(50, { notify: false });
  await owner.query("commit");
  await soon(() => heard).toContain("start 50");
});

it("leaves no connection behind", async () => {
  follow();
  await stream?.started;
  await stream?.close();
  const open = () =>
    owner.query(
      "select 1 from pg_stat_activity where application_name = 'chapar events' and datname = current_database()",
    );
  await soon(async () => (await open()).rowCount).toBe(0);
});

/** Stands between us and the database and can stop passing anything on. */
async function aProxy() {
  const real = new URL(env().DATABASE_OWNER_URL);
  const sockets = new Set<Socket>();
  let isHeld = false;
  const server = createServer((near) => {
    const far = connect(Number(real.port), real.hostname);
    for (const [from, to] of [[near, far] as const, [far, near] as const]) {
      sockets.add(from);
      from.on("data", (chunk) => void (isHeld || to.write(chunk)));
      from.on("close", () => to.destroy());
      from.on("error", () => {});
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(real);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    hold: () => {
      isHeld = true;
    },
    release: () => {
      isHeld = false;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
