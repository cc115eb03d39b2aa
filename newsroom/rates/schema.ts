import { z } from "zod";
import { ratedCurrencies, type StripCurrency } from "../kernel/currencies.ts";
import { Id } from "../kernel/ids.ts";
import { line } from "../kernel/text.ts";

/** The currencies that sources are asked for; each is told in dollars. */
export const currencies = ratedCurrencies;
export const Currency = z.enum(currencies);
export type Currency = z.infer<typeof Currency>;

export const pairOf = (currency: Currency): `${Currency}/USD` => `${currency}/USD`;

export const currencyOf = (pair: string): Currency | undefined =>
  currencies.find((currency) => pairOf(currency) === pair);

/** Where rates come from, best first: the strip takes the first that is not stale. */
export const sourceNames = ["currency-api"] as const;
export const SourceName = z.enum(sourceNames);
export type SourceName = z.infer<typeof SourceName>;

/** How readers are told the source; an aggregator is indicative, since no bank has to honour it. */
export const sourceLabels: Record<SourceName, { label: string; url: string }> = {
  "currency-api": { label: "Currency API (indicative)", url: "https://github.com/fawazahmed0/exchange-api" },
};

/** Units per dollar that a state has fixed. */
export const officialPegs: Partial<Record<Currency, string>> = { TMT: "3.5" };

/** One rate as readers get it, in the page and from /api/rates: formatted where it is known how, dated always. */
export interface TickerRate {
  /** "KGS/USD": how many dollars one som buys. */
  pair: string;
  currency: StripCurrency;
  value: string;
  /** Against the previous effective date: "+0.12%", "−0.12%", "0.00%"; null while there is none. */
  change: string | null;
  direction: "up" | "down" | "flat" | null;
  /** YYYY-MM-DD */
  effectiveDate: string;
  /** Nothing new for more than one working day. */
  stale: boolean;
  source: string;
  sourceUrl?: string;
}

/** The value that a story keeps for a currency, since that was first published in it. */
export interface FixedRate {
  /** Dollars per unit, a decimal. */
  dollars: string;
  /** YYYY-MM-DD */
  effectiveDate: string;
}

/** The rates that a story needs: its own, and the strip's of now for its live boxes. */
export interface StoryRates {
  fixed: Partial<Record<Currency, FixedRate>>;
  live: readonly TickerRate[];
}

export const noRates: StoryRates = { fixed: {}, live: [] };

/** Numeric(24,12), above nothing: what the database holds. */
const StoredRate = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,12})?$/, "This is not a rate.")
  .refine((rate) => /[1-9]/.test(rate), "A rate is above zero.");

const validator = z.string().max(1_000).nullable();

/** What one visit to a source brought. */
export const RecordRates = z.discriminatedUnion("outcome", [
  z.object({
    outcome: z.literal("rates"),
    source: SourceName,
    effectiveDate: z.iso.date(),
    /** Dollars per unit. */
    rates: z.array(z.object({ currency: Currency, rate: StoredRate })).min(1),
    /** For these the source gave nothing that can be a rate. */
    unusable: z.array(Currency),
    etag: validator,
    lastModified: validator,
  }),
  z.object({ outcome: z.literal("unchanged"), source: SourceName }),
  z.object({ outcome: z.literal("failed"), source: SourceName, failure: line(200) }),
]);

/** What a person decides on: one held rate. */
export const DecideRate = z.object({ rateId: Id });

/** The file of the currency-api for the dollar: units of each currency per dollar. A single wrong value spoils only itself. */
export const CurrencyApiFile = z.object({ date: z.iso.date(), usd: z.record(z.string(), z.unknown()) });
