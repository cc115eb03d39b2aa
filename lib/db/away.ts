import { z } from "zod";

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

/** Most of what Postgres says comes under one code of Prisma's own, with Postgres' code behind it. */
const ToldByPrisma = z.object({
  meta: z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) }),
});

const isCodeOfAway = (code: unknown): boolean => typeof code === "string" && (CODES.has(code) || code.startsWith("08"));

/** Is this the database being away, full or shut, so that the same request may succeed later? */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (isCodeOfAway("code" in error ? error.code : undefined)) return true;
  if (isCodeOfAway(ToldByPrisma.safeParse(error).data?.meta.driverAdapterError.cause.originalCode)) return true;
  if (WORDS.has(error.message)) return true;
  return error.name === "PrismaClientInitializationError" || isDatabaseAway(error.cause);
}
