import "server-only";
import { Decimal } from "decimal.js";
import { currenciesOf } from "../body/currencies.ts";
import { parseBody } from "../body/schema.ts";
import type { Tx } from "../kernel/context.ts";
import { newsroomSettings } from "../settings/queries.ts";
import { dateOf, lastAccepted } from "./accepted.ts";
import { type FixedRates, fixedRates } from "./fixed-rates.ts";
import { type Currency, sourceNames } from "./schema.ts";
import { isStale } from "./staleness.ts";

/**
 * Fixes the rates of a story that has just gone live: of each currency that its amounts and frozen boxes need and for which it
 * has none yet, the value that holds now. What is fixed stays, so that an update never changes a figure that readers have seen.
 */
export async function fixRates(tx: Tx, storyId: string, now: Date): Promise<void> {
  const live = await tx.liveStory.findUnique({ where: { id: storyId }, select: { body: true } });
  if (!live) return;
  const { money, frozen } = currenciesOf(parseBody(live.body));
  const needed = [...new Set([...money, ...frozen])];
  if (needed.length === 0) return;
  const known = await fixedRates(tx, storyId);
  const wanted = needed.filter((currency) => !known[currency]);
  const { zone } = await newsroomSettings(tx);
  const rates = await currentValues(tx, wanted, now, zone);
  await tx.storyRate.createMany({
    data: Object.entries(rates).map(([currency, { dollars, effectiveDate }]) => ({
      storyId,
      currency,
      rate: dollars,
      effectiveDate: dateOf(effectiveDate),
      fixedAt: now,
    })),
    skipDuplicates: true,
  });
}

/** The values that hold now, by the strip's rule: the best source that is not stale, else the newest. */
export async function currentValues(tx: Tx, currencies: Currency[], now: Date, zone: string): Promise<FixedRates> {
  const values: FixedRates = {};
  for (const currency of currencies) {
    const bySource = [];
    for (const source of sourceNames) bySource.push(await lastAccepted(tx, source, currency));
    const accepted = bySource.filter((value) => value !== null);
    const best =
      accepted.find(({ effectiveDate }) => !isStale(effectiveDate, now, zone)) ??
      accepted.toSorted((one, other) => other.effectiveDate.localeCompare(one.effectiveDate))[0];
    if (best)
      values[currency] = {
        dollars: new Decimal(best.dollars).toDecimalPlaces(12).toFixed(),
        effectiveDate: best.effectiveDate,
      };
  }
  return values;
}
