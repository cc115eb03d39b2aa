import "server-only";
import type { PrismaClient } from "@prisma/client";
import { env } from "#lib/env";
import { connected } from "./connect.ts";

/** The desk's door: reads and writes everything but the audit trail's past; no DDL. */
export const deskDb = (): PrismaClient => connected("desk", env().DATABASE_URL, 12);
