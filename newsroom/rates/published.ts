import "server-only";
import { z } from "zod";
import { readersDb } from "#lib/db/readers";
import { dependsOn } from "#lib/page-cache/dependencies";
import type { Body } from "../body/body.ts";
import { currenciesOf } from "../body/currencies.ts";
import { systemNow } from "../kernel/clock.ts";
import { stripCurrencies } from "../kernel/currencies.ts";
import { fixedRates } from "./fixed-rates.ts";
import { noRates, pairOf, SourceName, type StoryRates, sourceNames, type TickerRate } from "./schema.ts";
import { stripOf } from "./strip.ts";

const Row = z.object({
  pair: z.string(),
  source: SourceName,
  effectiveDate: z.iso.date(),
  rate: z.string(),
  nominal: z.number(),
  zone: z.string().nullable(),
});

/** The strip as readers get it: accepted values only, each with its date; null while there is none. */
export async function currentRates(now: Date = systemNow()): Promise<TickerRate[] | null> {
  dependsOn("rates");
  // Row-level security leaves accepted rows only; the newest two dates of each pair and source are one short walk of the index.
  const rows = z.array(Row).parse(
    await readersDb().$queryRaw`
      select last."pair", last."source", last."effectiveDate"::text, last."rate"::text, last."nominal",
        (select "zone" from "Newsroom" where "id" = 1) as "zone"
      from unnest(${stripCurrencies.map(pairOf)}::text[]) asked(pair), unnest(${[...sourceNames]}::text[]) of(source),
        lateral (
          select distinct on ("effectiveDate") "pair", "source", "effectiveDate", "rate", "nominal"
          from "Rate" where "pair" = asked.pair and "source" = of.source
          order by "effectiveDate" desc, "acceptedAt" desc limit 2
        ) last`,
  );
  const strip = stripOf(rows, now, rows[0]?.zone ?? "UTC");
  return strip.length > 0 ? strip : null;
}

/** What the amounts and rate boxes of a live story are shown with. Asks nothing for a body without any. */
export async function ratesOfStory(storyId: string, body: Body): Promise<StoryRates> {
  const { money, frozen, live } = currenciesOf(body);
  const [fixed, strip] = await Promise.all([
    money.length + frozen.length > 0 ? fixedRates(readersDb(), storyId) : noRates.fixed,
    live.length > 0 ? currentRates() : null,
  ]);
  return { fixed, live: strip ?? [] };
}
