import "server-only";
import type { Tx } from "../kernel/context.ts";
import { dayOf } from "./accepted.ts";
import { Currency, type FixedRate } from "./schema.ts";

/** What is fixed for a story. */
export async function fixedRates(tx: Pick<Tx, "storyRate">, storyId: string): Promise<FixedRates> {
  const rows = await tx.storyRate.findMany({
    where: { storyId },
    select: { currency: true, rate: true, effectiveDate: true },
  });
  const fixed: FixedRates = {};
  for (const { currency, rate, effectiveDate } of rows) {
    const known = Currency.safeParse(currency);
    if (known.success) fixed[known.data] = { dollars: rate.toFixed(), effectiveDate: dayOf(effectiveDate) };
  }
  return fixed;
}

export type FixedRates = Partial<Record<Currency, FixedRate>>;
