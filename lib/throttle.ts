import "server-only";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { deskPool } from "#lib/db/pool";

export interface Limit {
  name: string;
  tries: number;
  seconds: number;
}

/** A try that is over the limit; the window ends in so many seconds. */
export interface Refused {
  retryAfterSeconds: number;
}

/** Counts a try in the database, safely however many instances count at once. Null if it is within the limit. */
export async function countTry(limit: Limit, key: string): Promise<Refused | null> {
  try {
    await counter(limit).consume(key);
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return { retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1_000) };
    throw refusal;
  }
}

/** Takes one counted try back: it was a good one. */
export async function giveBack(limit: Limit, key: string): Promise<void> {
  await counter(limit).reward(key);
}

export async function forgetTries(limit: Limit, key: string): Promise<void> {
  await counter(limit).delete(key);
}

const counter = ({ name, tries, seconds }: Limit) =>
  new RateLimiterPostgres({
    storeClient: deskPool(),
    storeType: "pool",
    tableName: "Throttle",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points: tries,
    duration: seconds,
  });
