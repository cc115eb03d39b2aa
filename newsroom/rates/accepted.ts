import "server-only";
import { createHash } from "node:crypto";
import { Decimal } from "decimal.js";
import type { Tx } from "../kernel/context.ts";
import { type Currency, pairOf, type SourceName } from "./schema.ts";

export interface LastAccepted {
  effectiveDate: string;
  dollars: Decimal;
  hash: string;
}

export const dateOf = (effectiveDate: string): Date => new Date(`${effectiveDate}T00:00:00Z`);

export const dayOf = (effectiveDate: Date): string => effectiveDate.toISOString().slice(0, 10);

/** Two values of a pair, source and date are the same if their hashes are. */
export const hashOf = (rate: string, nominal: number): string =>
  createHash("sha256")
    .update(`${new Decimal(rate).toFixed()}/${nominal}`)
    .digest("hex");

/** The value that holds for a pair by this source: newest date, accepted last. */
export async function lastAccepted(tx: Tx, source: SourceName, currency: Currency): Promise<LastAccepted | null> {
  const row = await tx.rate.findFirst({
    where: { pair: pairOf(currency), source, acceptedAt: { not: null } },
    orderBy: [{ effectiveDate: "desc" }, { acceptedAt: "desc" }],
    select: { effectiveDate: true, rate: true, nominal: true, hash: true },
  });
  return (
    row && {
      effectiveDate: dayOf(row.effectiveDate),
      dollars: new Decimal(row.rate.toFixed()).div(row.nominal),
      hash: row.hash,
    }
  );
}

/** The strip stands on every page: a page that was made before shows the old one. */
export const everyPageIsOld = (tx: Tx) =>
  tx.newsroom.updateMany({ where: { id: 1 }, data: { generation: { increment: 1 } } });
