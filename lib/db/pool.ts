import "server-only";
import pg from "pg";
import { env } from "#lib/env";

const slot = Symbol.for("chapar.db.pool");
type Process = typeof globalThis & { [slot]?: pg.Pool | undefined };

/** Plain connections through the desk's door, for libraries that bring their own SQL. Few: what runs here is short. */
export function deskPool(): pg.Pool {
  const here: Process = globalThis;
  here[slot] ??= new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 3,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
  }).on("error", () => {
    // An idle connection was cut; the pool has dropped it, and the next query opens another or says why not.
  });
  return here[slot];
}

export async function closePool(): Promise<void> {
  const here: Process = globalThis;
  const pool = here[slot];
  here[slot] = undefined;
  await pool?.end();
}
