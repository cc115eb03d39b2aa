const CODES = new Set([
  // Prisma: unreachable, timed out, closed, no connection free, no transaction in time.
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "P2037",
  // Node
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "ETIMEDOUT",
  "EPIPE",
  // Postgres: starting, stopping, no connections left, read-only, disk full.
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "25006",
  "53100",
]);

/** What pg says without a code of a server that takes connections and answers nothing, and of one that went while it was asked. */
const WORDS = new Set([
  "Query read timeout",
  "Connection terminated due to connection timeout",
  "Connection terminated unexpectedly",
  "timeout exceeded when trying to connect",
]);

/** Is this the database being away, full or shut, so that the same request may succeed later? */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : undefined;
  if (typeof code === "string" && (CODES.has(code) || code.startsWith("08"))) return true;
  if (WORDS.has(error.message)) return true;
  return error.name === "PrismaClientInitializationError" || isDatabaseAway(error.cause);
}
