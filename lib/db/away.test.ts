import { expect, it } from "vitest";
import { isDatabaseAway } from "./away.ts";

const error = (code?: string, cause?: unknown) => Object.assign(new Error("x", { cause }), code && { code });

/** What Postgres said stands behind a code of Prisma's own. */
const said = (code: string, originalCode: string) =>
  Object.assign(error(code), { meta: { driverAdapterError: error(undefined, { kind: "postgres", originalCode }) } });

it.each([
  ["refused", error("ECONNREFUSED"), true],
  ["shutting down", error("57P01"), true],
  ["a lost connection", error("08006"), true],
  ["read-only", error("25006"), true],
  ["said by Prisma", error("P1001"), true],
  ["said deep inside", error(undefined, error(undefined, error("ECONNREFUSED"))), true],
  ["starting, as Prisma tells of it", said("P2039", "57P03"), true],
  ["starting, as Prisma tells of it after a raw query", said("P2010", "57P03"), true],
  ["a lost connection, as Prisma tells of it", said("P2039", "08006"), true],
  ["a wrong statement, as Prisma tells of it", said("P2010", "42601"), false],
  ["standing still", new Error("Query read timeout"), true],
  ["a taken key", error("P2002"), false],
  ["any other error", error(), false],
  ["no error at all", "ECONNREFUSED", false],
])("%s", (_what, thrown, away) => expect(isDatabaseAway(thrown)).toBe(away));
