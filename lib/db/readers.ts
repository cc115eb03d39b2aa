import "server-only";
import type { PrismaClient } from "@prisma/client";
import { env } from "#lib/env";
import { connected } from "./connect.ts";

/** The readers' door: its login may SELECT the readers' projection, public settings and accepted rates. The database holds the rest shut. */
export const readersDb = (): PrismaClient => connected("readers", env().READERS_DATABASE_URL, 12);
