import "server-only";
import type { Prisma } from "@prisma/client";
import type { z } from "zod";
import { deskDb } from "#lib/db/desk";
import { isLostRace } from "#lib/db/lost-race";
import { log } from "#lib/log";
import { type Actor, staffIdOf } from "./actor.ts";
import { systemNow } from "./clock.ts";
import type { CommandContext, Tx } from "./context.ts";
import { storeEvents } from "./event-store.ts";
import type { NewsroomEvent } from "./events.ts";
import { conflict } from "./faults.ts";
import { newId } from "./ids.ts";
import { parsed } from "./parsed.ts";
import { reactionsTo } from "./reactions.ts";

export interface CommandOptions {
  /** Made by the client; a repeated command answers with its first result. */
  commandId?: string | undefined;
  now?: Date | undefined;
}

interface Definition<Input extends z.ZodType, Result> {
  name: string;
  input: Input;
  run(context: CommandContext, input: z.output<Input>): Promise<Result>;
}

export type Command<Input extends z.ZodType, Result> = (
  actor: Actor,
  input: z.input<Input>,
  options?: CommandOptions,
) => Promise<Result>;

/**
 * The spine of every verb: parse, one transaction, its events stored with its writes. A transaction that the database stops because of
 * another one is begun anew, once: what `run` does outside its `tx` must be safe to do twice.
 * Results are plain JSON, so that a repeated command can answer with the first one.
 * @throws Fault
 */
export function command<Input extends z.ZodType, Result>(
  definition: Definition<Input, Result>,
): Command<Input, Result> {
  return async (actor, rawInput, options = {}) => {
    const input = parsed(definition.input, rawInput);
    const now = options.now ?? systemNow();
    const commandId = options.commandId ?? null;
    const work = async (tx: Tx) => {
      if (!commandId) return runOnce(definition, { actor, now, tx, commandId }, input);
      const earlier = await earlierResult<Result>(tx, definition.name, actor, commandId);
      if (earlier) return earlier.result;
      const result = await runOnce(definition, { actor, now, tx, commandId }, input);
      await keepResult(tx, definition.name, actor, commandId, result, now);
      return result;
    };
    return inTransaction(work).catch((error: unknown) => {
      if (!isLostRace(error)) throw error;
      // Nothing of it is written. It should not happen, since locks are taken in one order: hence the line in the log.
      log.warn("A command was stopped by another one and is begun anew", { command: definition.name });
      return inTransaction(work);
    });
  };
}

const inTransaction = <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  deskDb().$transaction(work, { maxWait: 5_000, timeout: 20_000 });

async function runOnce<Input extends z.ZodType, Result>(
  definition: Definition<Input, Result>,
  { actor, now, tx, commandId }: { actor: Actor; now: Date; tx: Tx; commandId: string | null },
  input: z.output<Input>,
): Promise<Result> {
  const events: NewsroomEvent[] = [];
  const context: CommandContext = {
    actor,
    now,
    tx,
    emit: ({ type, subject, payload = {} }) =>
      void events.push({ id: newId(), type, subject, payload, actor, commandId, at: now }),
  };
  const result = await definition.run(context, input);
  // Reactions may announce more: the list grows while it is walked.
  for (const event of events) for (const react of reactionsTo(event.type)) await react(event, context);
  await storeEvents(tx, events);
  return result;
}

async function earlierResult<Result>(
  tx: Tx,
  name: string,
  actor: Actor,
  commandId: string,
): Promise<{ result: Result } | undefined> {
  // The same command sent twice at once: the second waits here for the first.
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${commandId}, 0))::text`;
  const row = await tx.commandResult.findUnique({ where: { commandId } });
  if (!row) return undefined;
  if (row.command !== name || row.actorId !== staffIdOf(actor))
    throw conflict("This command id was used for something else.");
  return { result: row.result as Result };
}

async function keepResult(tx: Tx, command: string, actor: Actor, commandId: string, result: unknown, at: Date) {
  const json: Prisma.InputJsonValue = JSON.parse(JSON.stringify(result ?? {}));
  await tx.commandResult.create({ data: { commandId, command, actorId: staffIdOf(actor), result: json, at } });
}
