import { Decimal } from "decimal.js";
import { type StripCurrency, stripCurrencies } from "../kernel/currencies.ts";
import { formatChange, formatValue } from "./format.ts";
import { officialPegs, pairOf, type SourceName, sourceLabels, sourceNames, type TickerRate } from "./schema.ts";
import { isStale } from "./staleness.ts";

/** An accepted rate as the readers' door reads it: `rate` dollars buy `nominal` units. */
export interface AcceptedRate {
  pair: string;
  source: SourceName;
  /** YYYY-MM-DD */
  effectiveDate: string;
  rate: string;
  nominal: number;
}

/** The strip from the last two dates of each pair and source. Sources are never mixed within a pair. */
export function stripOf(rows: readonly AcceptedRate[], now: Date, zone: string): TickerRate[] {
  return stripCurrencies.flatMap((currency) => {
    const pair = pairOf(currency);
    const bySource = sourceNames.flatMap((source) => {
      const [current, previous] = rows
        .filter((row) => row.pair === pair && row.source === source)
        .sort((a, b) => b.effectiveDate.localeCompare(a.effectiveDate));
      return current ? [shown(currency, current, previous, isStale(current.effectiveDate, now, zone))] : [];
    });
    return bestOf(bySource) ?? [];
  });
}

/** The newest effective date of the strip. */
export const asOf = (rates: readonly TickerRate[]): string | null =>
  rates.reduce<string | null>(
    (newest, { effectiveDate }) => (newest && newest > effectiveDate ? newest : effectiveDate),
    null,
  );

/** Best source first; an old value is only better than none. */
const bestOf = (candidates: TickerRate[]): TickerRate | undefined =>
  candidates.find(({ stale }) => !stale) ??
  candidates.toSorted((a, b) => b.effectiveDate.localeCompare(a.effectiveDate))[0];

function shown(
  currency: StripCurrency,
  current: AcceptedRate,
  previous: AcceptedRate | undefined,
  stale: boolean,
): TickerRate {
  const dollars = perUnit(current);
  const { label, url } = sourceLabels[current.source];
  return {
    pair: current.pair,
    currency,
    value: formatValue(dollars),
    ...(previous ? formatChange(perUnit(previous), dollars) : { change: null, direction: null }),
    effectiveDate: current.effectiveDate,
    stale,
    source: isAtPeg(currency, dollars) ? `official peg, by ${label}` : label,
    sourceUrl: url,
  };
}

const perUnit = ({ rate, nominal }: AcceptedRate): Decimal => new Decimal(rate).div(nominal);

/** A peg is only called so while the value is at it, within one percent. */
function isAtPeg(currency: StripCurrency, dollars: Decimal): boolean {
  const unitsPerDollar = officialPegs[currency];
  return unitsPerDollar !== undefined && dollars.times(unitsPerDollar).minus(1).abs().lte("0.01");
}
