import "#newsroom/wiring";
import { beforeAll, expect, it } from "vitest";
import { system } from "#newsroom/kernel/actor";
import { recordRates } from "#newsroom/rates/commands/record-rates";
import { foundNewsroom } from "#newsroom/settings/commands";
import { GET } from "./route.ts";

beforeAll(() => foundNewsroom(system("test"), { name: "Test", zone: "Asia/Bishkek", language: "en" }));

const ask = (etag?: string) =>
  GET(new Request("http://localhost/api/rates", { headers: etag ? { "if-none-match": etag } : {} }));
const record = (effectiveDate: string, rate: string) =>
  recordRates(system("test"), {
    outcome: "rates",
    source: "currency-api",
    effectiveDate,
    rates: [{ currency: "UZS", rate }],
    unusable: [],
    etag: null,
    lastModified: null,
  });

it("answers with the strip, with 304 to who has it, and anew once it changed", async () => {
  expect(await (await ask()).json()).toEqual({ rates: [], asOf: null });

  await record("2026-09-29", "0.000084801645");
  const first = await ask();
  const etag = first.headers.get("etag") ?? "";
  expect(etag).toMatch(/^"[\w-]{20,}"$/);
  expect(first.headers.get("content-type")).toMatch(/^application\/json/);
  expect(await first.json()).toEqual({
    rates: [
      {
        pair: "UZS/USD",
        currency: "UZS",
        value: "0.0000848",
        change: null,
        direction: null,
        effectiveDate: "2026-09-29",
        stale: true,
        source: "Currency API (indicative)",
        sourceUrl: "https://github.com/fawazahmed0/exchange-api",
      },
    ],
    asOf: "2026-09-29",
  });

  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
    const again = await ask(known);
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
  }
  expect((await ask('"other"')).status).toBe(200);

  await record("2026-09-30", "0.000085");
  const changed = await ask(etag);
  expect(changed.status).toBe(200);
  expect(await changed.json()).toMatchObject({ asOf: "2026-09-30", rates: [{ value: "0.0000850", change: "+0.23%" }] });
});
