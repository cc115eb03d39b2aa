import type { TickerRate } from "#newsroom/rates/schema";

const arrows = { up: "▲", down: "▼", flat: "■" };

/** The sign beside the change, so that colour is never the only one to say it. */
export const arrowOf = (direction: TickerRate["direction"]): string => (direction ? arrows[direction] : "");

/** "as of 24 May", in the words of the page's language. */
export const datedLine = (words: { asOf: string; notUpdatedSince: string }, stale: boolean, day: string): string =>
  (stale ? words.notUpdatedSince : words.asOf).replace("{date}", day);

export interface RateSource {
  source: string;
  sourceUrl?: string;
  currencies: string[];
}

type Rated = Pick<TickerRate, "source" | "sourceUrl"> & { currency: string };

/** Who is to be named for the rates, each once, with the currencies that come from there. */
export function sourcesOf(rates: readonly Rated[]): RateSource[] {
  const sources = new Map<string, RateSource>();
  for (const { source, sourceUrl, currency } of rates) {
    const known = sources.get(source);
    if (known) known.currencies.push(currency);
    else sources.set(source, { source, sourceUrl, currencies: [currency] });
  }
  return [...sources.values()];
}
