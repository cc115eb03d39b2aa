import "server-only";
import { Prisma } from "@prisma/client";
import { staffIdOf } from "./actor.ts";
import type { Tx } from "./context.ts";
import type { NewsroomEvent } from "./events.ts";

/** Postgres tells every instance on this channel, at commit, that there are events up to a position. */
export const eventChannel = "chapar_events";

/**
 * Writes events in the transaction of their command. The lock is held to its end, so positions are given in commit order
 * and a reader that has seen position n will never meet a smaller one later.
 */
export async function storeEvents(tx: Tx, events: NewsroomEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext(${eventChannel}))::text`;
  for (let from = 0; from < events.length; from += rowsAtOnce) await store(tx, events.slice(from, from + rowsAtOnce));
  await tx.$queryRaw`select pg_notify(${eventChannel}, currval('"Event_position_seq"')::text)::text`;
}

/** One statement has room for some 32,000 values. */
const rowsAtOnce = 1_000;

async function store(tx: Tx, events: NewsroomEvent[]): Promise<void> {
  const rows = events.map(
    (event) => Prisma.sql`(
      ${event.id}::uuid, nextval('"Event_position_seq"'), ${event.type}, 1, ${event.actor.kind}, ${staffIdOf(event.actor)}::uuid,
      ${event.actor.name}, ${event.subject}::uuid, ${event.commandId}::uuid, ${JSON.stringify(event.payload)}::jsonb, ${event.at}
    )`,
  );
  await tx.$executeRaw`
    insert into "Event" ("id", "position", "type", "schemaVersion", "actorKind", "actorId", "actorName", "subject", "commandId", "payload", "at")
    values ${Prisma.join(rows)}`;
}
