import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@prisma/client";
import { closePool } from "./pool.ts";

/** A database that is paused or drowning must not hold requests for minutes: fail, so that they can say so. */
const longestQuery = 10_000;

const slot = Symbol.for("chapar.db");
type Doors = typeof globalThis & { [slot]?: Map<string, PrismaClient> };

/** One client per door and process. Kept on globalThis: the bundle and the program around it load this file separately. */
export function connected(door: "desk" | "readers", url: string | undefined, connections: number): PrismaClient {
  if (!url) throw new Error(`The database for the ${door} is not set up yet.`);
  const shared: Doors = globalThis;
  shared[slot] ??= new Map();
  const doors = shared[slot];
  const open = doors.get(door);
  if (open) return open;
  const client = new PrismaClient({
    adapter: new PrismaPg({
      connectionString: url,
      max: connections,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      // The adapter writes instants without a zone.
      options: "-c timezone=UTC",
      query_timeout: longestQuery,
      statement_timeout: longestQuery,
    }),
  });
  doors.set(door, client);
  return client;
}

/** Closes every connection: at the end of the program, of a test file, of a command line call. */
export async function closeDatabase(): Promise<void> {
  await closePool();
  const doors = (globalThis as Doors)[slot];
  if (!doors) return;
  const open = [...doors.values()];
  doors.clear();
  await Promise.all(open.map((client) => client.$disconnect()));
}
