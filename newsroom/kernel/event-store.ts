import "server-only";
import { Prisma } from "@prisma/client";
import { staffIdOf } from "./actor.ts";
import type { Tx } from "./context.ts";
import type { NewsroomEvent } from "./events.ts";

/** Postgres tells every instance on this channel, at commit, that there are events up to a position. */
export const eventChannel = "chapar_events";

const atOnce = 1_000;

/**
 * Writes events in the transaction of their command. The lock is held to its end, so positions are given in commit order
 * and a reader that has seen position n will never meet a smaller one later.
 */
export async function storeEvents(tx: Tx, events: NewsroomEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext(${eventChannel}))::text`;
  // A statement takes so many values and no more; who moves a whole stage announces thousands.
  for (let from = 0; from < events.length; from += atOnce) await insert(tx, events.slice(from, from + atOnce));
}

async function insert(tx: Tx, events: NewsroomEvent[]): Promise<void> {
  const rows = events.map(
    (event) => Prisma.sql`(
      ${event.id}::uuid, nextval('"Event_position_seq"'), ${event.type}, 1, ${event.actor.kind}, ${staffIdOf(event.actor)}::uuid,
      ${event.actor.name}, ${event.subject}::uuid, ${event.commandId}::uuid, ${JSON.stringify(event.payload)}::jsonb, ${event.at}
    )`,
  );
  await tx.$queryRaw`
    with stored as (
      insert into "Event" ("id", "position", "type", "schemaVersion", "actorKind", "actorId", "actorName", "subject", "commandId", "payload", "at")
      values ${Prisma.join(rows)} returning "position"
    )
    select pg_notify(${eventChannel}, max("position")::text)::text from stored`;
}
