import "#newsroom/wiring";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { outsideClient } from "#lib/fetch/client";
import { type RatesServer, recordedDollar, startRatesServer } from "../../e2e/support/rates-server.ts";
import { system } from "../kernel/actor.ts";
import { foundNewsroom } from "../settings/commands.ts";
import { fetchRates } from "./jobs.ts";
import { currentRates } from "./published.ts";
import { currencyApi } from "./sources/currency-api.ts";

const at = (local: string) => new Date(`${local}+06:00`);
/** The recorded file is of Tuesday, 29 September 2026. */
const tuesday = at("2026-09-29T12:00");
const wednesday = at("2026-09-30T12:00");

let server: RatesServer;
beforeAll(async () => {
  await foundNewsroom(system("test"), { name: "Test", zone: "Asia/Bishkek", language: "en" });
  server = await startRatesServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  await deskDb().rate.deleteMany();
  await deskDb().rateSource.deleteMany();
  server.answer({ kind: "recorded" });
  server.requests.length = 0;
});

const sourceAt = (...addresses: string[]) =>
  currencyApi(addresses, outsideClient({ allow: [server.host], timeoutMs: 300 }));
const fetchAt = (now: Date, ...addresses: string[]) =>
  fetchRates(now, [sourceAt(...(addresses.length > 0 ? addresses : [server.url]))]);

const strip = async (now: Date) =>
  (await currentRates(now))?.map(({ pair, value, change, effectiveDate, stale }) =>
    [pair, value, change, effectiveDate, stale && "stale"].filter(Boolean).join(" "),
  );
const announced = async () => {
  const events = await deskDb().event.findMany({
    where: { type: { in: ["rates.changed", "rate.held"] } },
    orderBy: { position: "asc" },
  });
  return events.map(({ type }) => type);
};
const generation = async () => (await deskDb().newsroom.findUniqueOrThrow({ where: { id: 1 } })).generation;
const sourceRow = () => deskDb().rateSource.findUniqueOrThrow({ where: { source: "currency-api" } });

/** What `work` announced, and by how much the site's generation grew. */
async function following(work: () => Promise<unknown>) {
  const [events, before] = [await announced(), await generation()];
  await work();
  return { events: (await announced()).slice(events.length), grown: (await generation()) - before };
}

const recordedStrip = [
  "KGS/USD 0.01143 2026-09-29",
  "KZT/USD 0.00227 2026-09-29",
  "TJS/USD 0.10831 2026-09-29",
  "UZS/USD 0.0000848 2026-09-29",
  "TMT/USD 0.28573 2026-09-29",
];

describe("the job that fetches rates", () => {
  it("fills the strip from the recorded file", async () => {
    expect(await currentRates(tuesday)).toBeNull();
    expect(await following(() => fetchAt(tuesday))).toEqual({ events: ["rates.changed"], grown: 1 });
    expect(await strip(tuesday)).toEqual(recordedStrip);
    expect(await sourceRow()).toMatchObject({ askedAt: tuesday, succeededAt: tuesday, failure: null });
  });

  it("keeps what a euro and a rouble are worth, for amounts in stories", async () => {
    await fetchAt(tuesday);
    const rows = await deskDb().rate.findMany({
      where: { pair: { in: ["EUR/USD", "RUB/USD"] } },
      orderBy: { pair: "asc" },
    });
    expect(rows.map(({ pair, rate, acceptedAt }) => [pair, rate.toFixed(5), acceptedAt])).toEqual([
      ["EUR/USD", "1.13607", tuesday],
      ["RUB/USD", "0.01183", tuesday],
    ]);
  });

  it("keeps the change against the day before", async () => {
    await fetchAt(tuesday);
    const { usd } = recordedDollar();
    server.answer({
      kind: "recorded",
      date: "2026-09-30",
      usd: { kgs: (usd.kgs ?? 0) / 1.0012, uzs: (usd.uzs ?? 0) * 1.005 },
    });
    expect(await following(() => fetchAt(wednesday))).toEqual({ events: ["rates.changed"], grown: 1 });
    expect(await strip(wednesday)).toEqual([
      "KGS/USD 0.01145 +0.12% 2026-09-30",
      "KZT/USD 0.00227 0.00% 2026-09-30",
      "TJS/USD 0.10831 0.00% 2026-09-30",
      "UZS/USD 0.0000844 \u22120.50% 2026-09-30",
      "TMT/USD 0.28573 0.00% 2026-09-30",
    ]);
  });

  it("changes and announces nothing when it finds the same again, asked by ETag or in full", async () => {
    await fetchAt(tuesday);
    const rows = await deskDb().rate.findMany({ orderBy: { pair: "asc" } });
    const later = at("2026-09-29T12:15");
    expect(await following(() => fetchAt(later))).toEqual({ events: [], grown: 0 });
    expect(server.requests.map(({ status }) => status)).toEqual([200, 304]);
    expect(await sourceRow()).toMatchObject({ askedAt: later, succeededAt: later });

    await deskDb().rateSource.updateMany({ data: { etag: null } });
    expect(await following(() => fetchAt(later))).toEqual({ events: [], grown: 0 });
    expect(server.requests.at(-1)).toMatchObject({ status: 200, ifNoneMatch: undefined });
    expect(await deskDb().rate.findMany({ orderBy: { pair: "asc" } })).toEqual(rows);
  });

  it("writes each value once when several processes find it at the same time, on the first visit and on a later one", async () => {
    const together = () => following(() => Promise.all([1, 2, 3, 4].map(() => fetchAt(wednesday))));
    expect(await together()).toEqual({ events: ["rates.changed"], grown: 1 });
    server.answer({ kind: "recorded", date: "2026-09-30" });
    expect(await together()).toEqual({ events: ["rates.changed"], grown: 1 });
    expect(await deskDb().rate.count()).toBe(14);
  });

  it.each([
    ["a page instead of JSON", { kind: "text", body: "<!doctype html><h1>Welcome</h1>" }],
    ["JSON of another shape", { kind: "text", body: '{"base":"USD","rates":{"KGS":87}}' }],
    ["a list", { kind: "text", body: "[]" }],
    ["null", { kind: "text", body: "null" }],
    ["nothing", { kind: "text", body: "" }],
    ["no date", { kind: "text", body: '{"usd":{"kgs":87}}' }],
    ["a date that does not exist", { kind: "recorded", date: "2026-02-30" }],
    ["a date in another notation", { kind: "recorded", date: "30.09.2026" }],
    ["a date far ahead", { kind: "recorded", date: "2062-09-30" }],
    [
      "nothing but wrong values",
      { kind: "text", body: '{"date":"2026-09-30","usd":{"kgs":0,"kzt":-1,"tjs":"9","uzs":1e999}}' },
    ],
    ["an error", { kind: "status", status: 500 }],
    ["no such file", { kind: "status", status: 404 }],
    ["silence", { kind: "silent" }],
    ["a drip", { kind: "drip" }],
    ["too much", { kind: "huge" }],
    ["half an answer", { kind: "cut" }],
    ["a redirect into the inner network", { kind: "redirect", to: "http://169.254.169.254/usd.json" }],
  ] as const)("leaves the last good values when the source gives %s", async (_, wrong) => {
    await fetchAt(tuesday);
    server.answer(wrong);
    expect(await following(() => fetchAt(wednesday))).toEqual({ events: [], grown: 0 });
    expect(await strip(wednesday)).toEqual(recordedStrip);
    const { askedAt, succeededAt, failure } = await sourceRow();
    expect([askedAt, succeededAt]).toEqual([wednesday, tuesday]);
    expect(failure).toMatch(/^(The address could not be fetched\.|The answer .*|Its date.* too far ahead\.)$/);

    server.answer({ kind: "recorded", date: "2026-09-30" });
    await fetchAt(wednesday);
    expect(await sourceRow()).toMatchObject({ succeededAt: wednesday, failure: null });
    expect((await currentRates(wednesday))?.[0]).toMatchObject({ effectiveDate: "2026-09-30", change: "0.00%" });
  });

  it.each([0, -87, null, "87.4", 1e-300, { value: 87 }])(
    "refuses %j for one currency and takes the others",
    async (kgs) => {
      await fetchAt(tuesday);
      server.answer({ kind: "recorded", date: "2026-09-30", usd: { kgs } });
      await fetchAt(wednesday);
      expect((await strip(wednesday))?.slice(0, 2)).toEqual([
        "KGS/USD 0.01143 2026-09-29",
        "KZT/USD 0.00227 0.00% 2026-09-30",
      ]);
      // Not remembered as a good answer: a 304 to it must not clear what is wrong.
      expect(await sourceRow()).toMatchObject({ failure: "No usable value for KGS.", etag: null });
    },
  );

  it("is not set back by a source that falls behind", async () => {
    server.answer({ kind: "recorded", date: "2026-09-30", usd: { kgs: 88 } });
    await fetchAt(wednesday);
    server.answer({ kind: "recorded" });
    expect(await following(() => fetchAt(wednesday))).toEqual({ events: [], grown: 0 });
    expect((await strip(wednesday))?.[0]).toBe("KGS/USD 0.01136 2026-09-30");
  });

  it("takes a revised value of the same date, and the first one again", async () => {
    await fetchAt(tuesday);
    server.answer({ kind: "recorded", usd: { kgs: 88 } });
    expect(await following(() => fetchAt(at("2026-09-29T13:00")))).toEqual({ events: ["rates.changed"], grown: 1 });
    expect((await strip(tuesday))?.[0]).toBe("KGS/USD 0.01136 2026-09-29");
    server.answer({ kind: "recorded" });
    await fetchAt(at("2026-09-29T14:00"));
    expect(await strip(tuesday)).toEqual(recordedStrip);
  });

  it("asks the fall-back when the first address fails, and says what the first one said when both do", async () => {
    const broken = `http://${server.host}/v1/currencies/nosuch.json`;
    await fetchAt(tuesday, broken, server.url);
    expect(await strip(tuesday)).toEqual(recordedStrip);
    expect(await sourceRow()).toMatchObject({ failure: null, etag: null });
    await fetchAt(wednesday, broken, broken);
    expect(await sourceRow()).toMatchObject({ failure: "The address could not be fetched." });
  });

  it("announces the moment when values become stale, and when they no longer are, once each", async () => {
    await fetchAt(tuesday);
    expect(await following(() => fetchAt(wednesday))).toEqual({ events: [], grown: 0 });
    server.answer({ kind: "status", status: 503 });
    const thursday = at("2026-10-01T00:05");
    expect(await following(() => fetchAt(thursday))).toEqual({ events: ["rates.changed"], grown: 1 });
    expect((await strip(thursday))?.[0]).toBe("KGS/USD 0.01143 2026-09-29 stale");
    expect(await following(() => fetchAt(at("2026-10-01T00:20")))).toEqual({ events: [], grown: 0 });
    server.answer({ kind: "recorded", date: "2026-10-01" });
    expect(await following(() => fetchAt(at("2026-10-01T00:35")))).toEqual({ events: ["rates.changed"], grown: 1 });
  });

  it("does not hide an error of our own behind a failure of the source", async () => {
    const fetchBroken = () => Promise.reject(new TypeError("ours"));
    await expect(fetchRates(tuesday, [currencyApi([server.url], fetchBroken)])).rejects.toThrow("ours");
  });
});
