import "#newsroom/wiring";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { readersDb } from "#lib/db/readers";
import { type Actor, type Role, roles, system } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import { foundNewsroom } from "../settings/commands.ts";
import { acceptRate, refuseRate } from "./commands/decide-rate.ts";
import { recordRates } from "./commands/record-rates.ts";
import { currentRates } from "./published.ts";
import { heldRates, rateSources } from "./queries.ts";
import type { Currency } from "./schema.ts";

const now = new Date("2026-09-30T06:00:00Z");
const actorOf = (role: Role): Actor => ({ kind: "staff", id: newId(), name: role, role, sessionId: newId() });
const anEditor = actorOf("editor");

beforeAll(() => foundNewsroom(system("test"), { name: "Test", zone: "Asia/Bishkek", language: "en" }));
beforeEach(async () => {
  await deskDb().rate.deleteMany();
  await deskDb().rateSource.deleteMany();
});

const visit = (effectiveDate: string, values: Partial<Record<Currency, string>>) => ({
  outcome: "rates" as const,
  source: "currency-api" as const,
  effectiveDate,
  rates: Object.entries(values).map(([currency, rate]) => ({ currency: currency as Currency, rate })),
  unusable: [],
  etag: '"a"',
  lastModified: null,
});
const record = (effectiveDate: string, values: Partial<Record<Currency, string>>) =>
  recordRates(system("test"), visit(effectiveDate, values), { now });
const value = async () => {
  const [rate] = (await currentRates(now)) ?? [];
  return rate && `${rate.value} ${rate.change} ${rate.effectiveDate}`;
};
const lastEvent = async () => {
  const event = await deskDb().event.findFirstOrThrow({ orderBy: { position: "desc" } });
  return { type: event.type, subject: event.subject, payload: event.payload };
};
const generation = async () => (await deskDb().newsroom.findUniqueOrThrow({ where: { id: 1 } })).generation;

async function aHeldRate(held = "0.02", effectiveDate = "2026-09-30"): Promise<string> {
  await record("2026-09-29", { KGS: "0.01" });
  await record(effectiveDate, { KGS: held });
  const [rate] = await heldRates(anEditor);
  if (!rate) throw new Error("nothing is held");
  return rate.id;
}

describe("a jump of more than ten percent", () => {
  it("is held, and readers keep what was accepted", async () => {
    await record("2026-09-29", { KGS: "0.01", TJS: "0.1" });
    const before = await generation();
    expect(await record("2026-09-30", { KGS: "0.0111", TJS: "0.11" })).toEqual({ accepted: ["TJS"], held: ["KGS"] });
    expect(await value()).toBe("0.01000 null 2026-09-29");
    expect(await generation()).toBe(before + 1);
    const events = await deskDb().event.findMany({ orderBy: { position: "desc" }, take: 2 });
    expect(events.map(({ type, payload }) => ({ type, payload }))).toEqual([
      { type: "rates.changed", payload: { source: "currency-api", currencies: ["TJS"] } },
      { type: "rate.held", payload: { source: "currency-api", currency: "KGS", effectiveDate: "2026-09-30" } },
    ]);
  });

  it("is invisible to the readers' login by any query", async () => {
    const id = await aHeldRate();
    const seen = await readersDb().$queryRaw`select "id" from "Rate" where "id" = ${id}::uuid`;
    expect(seen).toEqual([]);
  });

  it("does not become acceptable by coming again, or by another jump in the same direction", async () => {
    await aHeldRate("0.0112");
    expect(await record("2026-09-30", { KGS: "0.0112" })).toEqual({ accepted: [], held: [] });
    expect(await record("2026-09-30", { KGS: "0.0113" })).toEqual({ accepted: [], held: ["KGS"] });
    expect(await record("2026-10-01", { KGS: "0.0113" })).toEqual({ accepted: [], held: ["KGS"] });
    expect(await value()).toBe("0.01000 null 2026-09-29");
    expect(await heldRates(anEditor)).toHaveLength(3);
  });

  it("on the same date does not take the place of the accepted value", async () => {
    await record("2026-09-29", { KGS: "0.01" });
    expect(await record("2026-09-29", { KGS: "0.02" })).toEqual({ accepted: [], held: ["KGS"] });
    expect(await value()).toBe("0.01000 null 2026-09-29");
  });

  it("does not keep out what comes after it and is no jump", async () => {
    await aHeldRate();
    expect(await record("2026-10-01", { KGS: "0.0101" })).toEqual({ accepted: ["KGS"], held: [] });
    expect(await value()).toBe("0.01010 +1.00% 2026-10-01");
  });

  it("is shown to the desk beside the value that holds", async () => {
    const id = await aHeldRate();
    expect(await heldRates(anEditor)).toEqual([
      {
        id,
        pair: "KGS/USD",
        effectiveDate: "2026-09-30",
        value: "0.02000",
        source: "Currency API (indicative)",
        fetchedAt: now,
        holds: { value: "0.01000", effectiveDate: "2026-09-29", change: "+100.00%" },
      },
    ]);
  });
});

describe("a decision on a held rate", () => {
  it("accepts it for readers, announces that, and lets the next visit look at later ones anew", async () => {
    const rateId = await aHeldRate();
    await record("2026-10-01", { KGS: "0.0201" });
    const before = await generation();
    await acceptRate(anEditor, { rateId }, { now });
    expect(await value()).toBe("0.02000 +100.00% 2026-09-30");
    expect(await generation()).toBe(before + 1);
    expect(await lastEvent()).toEqual({
      type: "rates.changed",
      subject: rateId,
      payload: { source: "currency-api", currencies: ["KGS"], effectiveDate: "2026-09-30", decision: "accepted" },
    });
    expect((await deskDb().rateSource.findUniqueOrThrow({ where: { source: "currency-api" } })).etag).toBeNull();
    expect(await record("2026-10-01", { KGS: "0.0201" })).toEqual({ accepted: ["KGS"], held: [] });
    expect(await value()).toBe("0.02010 +0.50% 2026-10-01");
    expect(await heldRates(anEditor)).toEqual([]);
  });

  it("refuses it for good: the same value is neither shown nor held again", async () => {
    const rateId = await aHeldRate();
    const before = await generation();
    await refuseRate(anEditor, { rateId }, { now });
    expect(await lastEvent()).toMatchObject({ type: "rate.refused", subject: rateId });
    expect(await record("2026-09-30", { KGS: "0.02" })).toEqual({ accepted: [], held: [] });
    expect(await value()).toBe("0.01000 null 2026-09-29");
    expect(await generation()).toBe(before);
    expect(await heldRates(anEditor)).toEqual([]);
  });

  it("still stands when the refused value would be no jump any more", async () => {
    await refuseRate(anEditor, { rateId: await aHeldRate("0.0112") }, { now });
    await record("2026-09-30", { KGS: "0.0105" });
    expect(await record("2026-09-30", { KGS: "0.0112" })).toEqual({ accepted: [], held: [] });
    expect(await value()).toBe("0.01050 +5.00% 2026-09-30");
  });

  it("is made once, whoever comes second and whatever they say", async () => {
    const rateId = await aHeldRate();
    const both = await Promise.allSettled([
      acceptRate(anEditor, { rateId }, { now }),
      refuseRate(actorOf("admin"), { rateId }, { now }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(acceptRate(anEditor, { rateId }, { now })).rejects.toMatchObject({ fault: "conflict" });
    await expect(refuseRate(anEditor, { rateId }, { now })).rejects.toMatchObject({ fault: "conflict" });
  });

  it("cannot be made on what is not there or no id", async () => {
    await expect(acceptRate(anEditor, { rateId: newId() }, { now })).rejects.toMatchObject({ fault: "notFound" });
    await expect(refuseRate(anEditor, { rateId: "1 or 1=1" }, { now })).rejects.toMatchObject({ fault: "invalid" });
  });

  it.each(roles)("by the role %s: editors and admins only, for the list too", async (role) => {
    const rateId = await aHeldRate();
    const decides = role === "editor" || role === "admin";
    const outcomes = await Promise.allSettled([
      heldRates(actorOf(role)),
      rateSources(actorOf(role)),
      acceptRate(actorOf(role), { rateId }, { now }),
    ]);
    const refused = expect.objectContaining({ reason: expect.objectContaining({ fault: "forbidden" }) });
    expect(outcomes).toEqual(
      outcomes.map(() => (decides ? expect.objectContaining({ status: "fulfilled" }) : refused)),
    );
    if (!decides)
      await expect(refuseRate(actorOf(role), { rateId }, { now })).rejects.toMatchObject({ fault: "forbidden" });
  });
});

describe("recording", () => {
  it.each(roles)("is not for staff, not even %s", (role) =>
    expect(recordRates(actorOf(role), visit("2026-09-29", { KGS: "0.01" }), { now })).rejects.toMatchObject({
      fault: "forbidden",
    }),
  );

  it.each(["0", "0.000", "-1", "NaN", "Infinity", "1e3", "", "0.0000000000001", "1234567890123", " 1", "0x1"])(
    "takes no rate that is written “%s”",
    (rate) => expect(record("2026-09-29", { KGS: rate })).rejects.toMatchObject({ fault: "invalid" }),
  );

  it("finds the strip by index, as the readers' login", async () => {
    for (let day = 1; day <= 28; day++) {
      await record(`2026-02-${String(day).padStart(2, "0")}`, { KGS: "0.01", UZS: "0.00008" });
    }
    await deskDb()
      .$executeRaw`insert into "Rate" ("id", "pair", "effectiveDate", "source", "rate", "fetchedAt", "hash", "acceptedAt")
      select gen_random_uuid(), 'KZT/USD', date '2000-01-01' + n, 'currency-api', 0.002, now(), n::text, now() from generate_series(1, 9000) n`;
    const plan = await readersDb().$queryRaw<{ "QUERY PLAN": string }[]>`explain
      select distinct on ("effectiveDate") "pair", "source", "effectiveDate", "rate", "nominal"
      from "Rate" where "pair" = ${"KZT/USD"} and "source" = ${"currency-api"}
      order by "effectiveDate" desc, "acceptedAt" desc limit 2`;
    const text = plan.map((line) => line["QUERY PLAN"]).join("\n");
    expect(text).toMatch(/Index Scan Backward using "Rate_pair_source_effectiveDate_hash_key"/);
    expect(text).not.toMatch(/Seq Scan/);
    expect((await currentRates(now))?.map(({ pair }) => pair)).toEqual(["KGS/USD", "KZT/USD", "UZS/USD"]);
  });
});
