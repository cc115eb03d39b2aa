import "server-only";
import { deskDb } from "#lib/db/desk";
import { FetchFailed, type FetchOutside } from "#lib/fetch/client";
import { fetchOutside } from "#lib/fetch/outside";

/** Milliseconds for which the answer of a visit holds. */
const holdsFor = 24 * 60 * 60 * 1000;
const keptFor = 30 * holdsFor;
const atOnce = 4;
const perRound = 20;
/** Bytes; enough to know that something is there. */
const enough = 16 * 1024;

/** Notes that somebody wants to know whether these addresses are there; a job visits those that were not visited lately. */
export async function wantVisits(addresses: string[], now: Date): Promise<void> {
  if (addresses.length === 0) return;
  const db = deskDb();
  await db.linkVisit.createMany({
    data: addresses.map((address) => ({ address, wantedAt: now })),
    skipDuplicates: true,
  });
  await db.linkVisit.updateMany({
    where: { address: { in: addresses }, visitedAt: { lt: new Date(now.getTime() - holdsFor) } },
    data: { wantedAt: now, visitedAt: null },
  });
}

/** Visits the addresses that are wanted, a few at once. Only what says that nothing is there counts as dead. What `signal` cut off is still wanted. Answers how many there were. */
export async function visitLinks(now: Date, fetch: FetchOutside = fetchOutside, signal?: AbortSignal): Promise<number> {
  const db = deskDb();
  await db.linkVisit.deleteMany({ where: { wantedAt: { lt: new Date(now.getTime() - keptFor) } } });
  const wanted = await db.linkVisit.findMany({
    where: { visitedAt: null },
    orderBy: { wantedAt: "asc" },
    take: perRound,
    select: { address: true },
  });
  const left = wanted.map(({ address }) => address);
  const visitor = async () => {
    for (let address = left.shift(); address !== undefined; address = left.shift()) {
      const finding = await isDead(address, fetch);
      if (signal?.aborted) return;
      await db.linkVisit.updateMany({ where: { address }, data: { visitedAt: now, isDead: finding } });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, visitor));
  return wanted.length;
}

async function isDead(address: string, fetch: FetchOutside): Promise<boolean> {
  try {
    await fetch(address, { maxBytes: enough });
    return false;
  } catch (error) {
    if (error instanceof FetchFailed) return error.isNowhere;
    throw error;
  }
}
