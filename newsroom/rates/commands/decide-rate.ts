import "server-only";
import { command } from "../../kernel/command.ts";
import type { CommandContext, Tx } from "../../kernel/context.ts";
import { conflict, forbidden, notFound } from "../../kernel/faults.ts";
import { dayOf, everyPageIsOld } from "../accepted.ts";
import { canDecideRates } from "../policy.ts";
import { currencyOf, DecideRate } from "../schema.ts";

/** A person looked at a held jump and says that it is right. Readers see it from now on. */
export const acceptRate = command({
  name: "rate.accept",
  input: DecideRate,
  async run(context, { rateId }) {
    const { now, tx, emit } = context;
    const { source, payload } = await rateToDecide(context, rateId);
    // The next visit gets a whole answer again, so a later value that was held only against the old one is looked at anew.
    await tx.rateSource.updateMany({ where: { source }, data: { etag: null, lastModified: null } });
    await decide(tx, rateId, { acceptedAt: now });
    emit({ type: "rates.changed", subject: rateId, payload: { ...payload, decision: "accepted" } });
    await everyPageIsOld(tx);
    return { rateId };
  },
});

/** A person says that a held jump is wrong. It is never shown; the same value is not held again. */
export const refuseRate = command({
  name: "rate.refuse",
  input: DecideRate,
  async run(context, { rateId }) {
    const { payload } = await rateToDecide(context, rateId);
    await decide(context.tx, rateId, { refusedAt: context.now });
    context.emit({ type: "rate.refused", subject: rateId, payload });
    return { rateId };
  },
});

async function rateToDecide({ actor, tx }: Pick<CommandContext, "actor" | "tx">, id: string) {
  if (!canDecideRates(actor)) throw forbidden("Only editors and admins decide on rates.");
  const rate = await tx.rate.findUnique({ where: { id }, select: { pair: true, source: true, effectiveDate: true } });
  if (!rate) throw notFound("rate");
  const { pair, source, effectiveDate } = rate;
  return {
    source,
    payload: { source, currencies: [currencyOf(pair) ?? pair], effectiveDate: dayOf(effectiveDate) },
  };
}

async function decide(tx: Tx, id: string, decision: { acceptedAt: Date } | { refusedAt: Date }): Promise<void> {
  const { count } = await tx.rate.updateMany({ where: { id, acceptedAt: null, refusedAt: null }, data: decision });
  if (count === 0) throw conflict("This rate was decided on already.");
}
