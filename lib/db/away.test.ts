import { expect, it } from "vitest";
import { isDatabaseAway } from "./away.ts";

const error = (code?: string, cause?: unknown) => Object.assign(new Error("x", { cause }), code && { code });

it.each([
  ["refused", error("ECONNREFUSED"), true],
  ["shutting down", error("57P01"), true],
  ["a lost connection", error("08006"), true],
  ["read-only", error("25006"), true],
  ["said by Prisma", error("P1001"), true],
  ["said deep inside", error(undefined, error(undefined, error("ECONNREFUSED"))), true],
  ["standing still", new Error("Query read timeout"), true],
  ["a taken key", error("P2002"), false],
  ["any other error", error(), false],
  ["no error at all", "ECONNREFUSED", false],
])("%s", (_what, thrown, away) => expect(isDatabaseAway(thrown)).toBe(away));
