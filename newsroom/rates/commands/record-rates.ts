import "server-only";
import { Decimal } from "decimal.js";
import type { z } from "zod";
import { command } from "../../kernel/command.ts";
import type { CommandContext, Tx } from "../../kernel/context.ts";
import { forbidden } from "../../kernel/faults.ts";
import { newId } from "../../kernel/ids.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { dateOf, everyPageIsOld, hashOf, lastAccepted } from "../accepted.ts";
import { isJump } from "../money.ts";
import { canRecordRates } from "../policy.ts";
import { type Currency, currencies, pairOf, RecordRates, type SourceName } from "../schema.ts";
import { isStale, isTooFarAhead } from "../staleness.ts";

type Visit = z.output<typeof RecordRates>;
type Values = Extract<Visit, { outcome: "rates" }>;

/**
 * Writes down what one visit to a source brought. What is known already changes nothing; what jumps is held for a person;
 * what is dated before the value that holds is left, so a source that falls behind does not set the strip back.
 */
export const recordRates = command({
  name: "rate.record",
  input: RecordRates,
  async run({ actor, now, tx, emit }, visit) {
    if (!canRecordRates(actor)) throw forbidden("Rates are recorded by the program itself.");
    const { zone } = await newsroomSettings(tx);
    const { askedAt } = await visited(tx, visit.source);
    const wasStale = await staleCurrencies(tx, visit.source, askedAt ?? now, zone);
    const isUsable = visit.outcome === "rates" && !isTooFarAhead(visit.effectiveDate, now, zone);
    const taken = isUsable ? await take({ now, tx, emit }, visit) : { accepted: [], held: [] };
    await tx.rateSource.update({
      where: { source: visit.source },
      data: { askedAt: now, ...outcomeOf(visit, isUsable, now) },
    });
    const isStaleNow = await staleCurrencies(tx, visit.source, now, zone);
    // No source announces that it fell silent: whoever notices that a value has become old does.
    const lapsed = currencies.filter((currency) => isStaleNow.includes(currency) !== wasStale.includes(currency));
    const changed = currencies.filter((currency) => taken.accepted.includes(currency) || lapsed.includes(currency));
    if (changed.length > 0) {
      emit({ type: "rates.changed", subject: null, payload: { source: visit.source, currencies: changed } });
      await everyPageIsOld(tx);
    }
    return taken;
  },
});

/** Locks the source's row for this transaction: two visits at once are written down one after the other. */
async function visited(tx: Tx, source: SourceName): Promise<{ askedAt: Date | null }> {
  await tx.rateSource.createMany({ data: [{ source }], skipDuplicates: true });
  await tx.$queryRaw`select "source" from "RateSource" where "source" = ${source} for update`;
  return tx.rateSource.findUniqueOrThrow({ where: { source }, select: { askedAt: true } });
}

async function staleCurrencies(tx: Tx, source: SourceName, at: Date, zone: string): Promise<Currency[]> {
  const stale: Currency[] = [];
  for (const currency of currencies) {
    const current = await lastAccepted(tx, source, currency);
    if (current && isStale(current.effectiveDate, at, zone)) stale.push(currency);
  }
  return stale;
}

async function take({ now, tx, emit }: Pick<CommandContext, "now" | "tx" | "emit">, visit: Values) {
  const taken: Record<"accepted" | "held", Currency[]> = { accepted: [], held: [] };
  const { source, effectiveDate } = visit;
  for (const { currency, rate } of visit.rates) {
    const hash = hashOf(rate, 1);
    const last = await lastAccepted(tx, source, currency);
    if (last && (effectiveDate < last.effectiveDate || (effectiveDate === last.effectiveDate && hash === last.hash)))
      continue;
    const key = { pair: pairOf(currency), source, effectiveDate: dateOf(effectiveDate), hash };
    const known = await tx.rate.findUnique({ where: { pair_source_effectiveDate_hash: key } });
    const jumps = last !== null && isJump(last.dollars, new Decimal(rate));
    if (known?.refusedAt || (known && !known.acceptedAt && jumps)) continue;
    const { id } = await tx.rate.upsert({
      where: { pair_source_effectiveDate_hash: key },
      create: { id: newId(), ...key, rate, fetchedAt: now, acceptedAt: jumps ? null : now },
      update: { fetchedAt: now, acceptedAt: jumps ? null : now },
      select: { id: true },
    });
    taken[jumps ? "held" : "accepted"].push(currency);
    if (jumps) emit({ type: "rate.held", subject: id, payload: { source, currency, effectiveDate } });
  }
  return taken;
}

/** An answer that was no good is not remembered by its validators: it is asked for again in full. */
function outcomeOf(visit: Visit, isUsable: boolean, now: Date) {
  switch (visit.outcome) {
    case "failed":
      return { failure: visit.failure };
    case "unchanged":
      return { succeededAt: now, failure: null };
    case "rates": {
      if (!isUsable)
        return { failure: `Its date, ${visit.effectiveDate}, lies too far ahead.`, etag: null, lastModified: null };
      const { etag, lastModified, unusable } = visit;
      if (unusable.length === 0) return { succeededAt: now, failure: null, etag, lastModified };
      return {
        succeededAt: now,
        failure: `No usable value for ${unusable.join(", ")}.`,
        etag: null,
        lastModified: null,
      };
    }
    default:
      return visit satisfies never;
  }
}
