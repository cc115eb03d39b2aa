import pg from "pg";
import { env } from "#lib/env";

/** Empties the database of a test but for the newsroom's settings and stages; the desk itself may not, since its audit trail is written once. */
export async function emptyNewsroom(): Promise<void> {
  const owner = new pg.Client({ connectionString: env().DATABASE_OWNER_URL });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ names: string }>(
      `select string_agg(format('%I', tablename), ', ') as names from pg_tables
       where schemaname = 'public' and tablename not in ('Newsroom', 'Stage', '_prisma_migrations')`,
    );
    await owner.query("set chapar.maintenance = 'on'");
    await owner.query(`truncate ${rows[0]?.names}`);
  } finally {
    await owner.end();
  }
}
