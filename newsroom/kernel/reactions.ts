import "server-only";
import type { CommandContext } from "./context.ts";
import { type EventType, eventTypes, type NewsroomEvent } from "./events.ts";

/** Runs inside the transaction of the command that announced `event`; if it throws, nothing happened. */
export type Reaction = (event: NewsroomEvent, context: CommandContext) => Promise<void>;
export type ReactionTable = Partial<Record<EventType, Reaction[]>>;

let table: ReactionTable | null = null;

/** Said once by `newsroom/wiring.ts`, which every way into the program imports. */
export function wire(reactions: ReactionTable): void {
  table = reactions;
}

/** Several modules may hear the same event: in this order. */
export function together(...tables: ReactionTable[]): ReactionTable {
  const all: ReactionTable = {};
  for (const table of tables)
    for (const type of eventTypes) if (table[type]) all[type] = [...(all[type] ?? []), ...table[type]];
  return all;
}

/** @throws if nobody wired the reactions: a command must not announce into the void. */
export function reactionsTo(type: EventType): Reaction[] {
  if (!table) throw new Error('Reactions are not wired: import "#newsroom/wiring" where this program enters.');
  return table[type] ?? [];
}
