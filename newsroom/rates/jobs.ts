import "server-only";
import { env } from "#lib/env";
import { FetchFailed } from "#lib/fetch/client";
import { fetchUntil } from "#lib/fetch/outside";
import { system } from "../kernel/actor.ts";
import { recordRates } from "./commands/record-rates.ts";
import { validatorsOf } from "./queries.ts";
import { currencyApi, currencyApiAddresses } from "./sources/currency-api.ts";
import { type RateSource, SourceFailed } from "./sources/source.ts";

const configuredSources = (signal?: AbortSignal): RateSource[] => [
  currencyApi(currencyApiAddresses(env().RATES_URL), fetchUntil(signal)),
];

/**
 * Visits every source and writes down what it brought. A source that cannot be reached or talks nonsense is noted in its row;
 * what was accepted before stands, with its date. A visit that `signal` cut off is none.
 */
export async function fetchRates(
  now: Date,
  sources: readonly RateSource[] = configuredSources(),
  signal?: AbortSignal,
): Promise<void> {
  for (const source of sources) {
    const visit = await visitTo(source);
    signal?.throwIfAborted();
    await recordRates(system("the clock"), { source: source.name, ...visit }, { now });
  }
}

async function visitTo(source: RateSource) {
  try {
    const answer = await source.fetch(await validatorsOf(source.name));
    return answer === "unchanged" ? { outcome: "unchanged" as const } : { outcome: "rates" as const, ...answer };
  } catch (error) {
    if (error instanceof FetchFailed || error instanceof SourceFailed)
      return { outcome: "failed" as const, failure: error.message };
    throw error;
  }
}

/** Sources are asked every 15 minutes at most. */
export const ratesFetchJob = {
  name: "rates.fetch",
  everySeconds: 900,
  run: (now: Date, signal?: AbortSignal) => fetchRates(now, configuredSources(signal), signal),
};
