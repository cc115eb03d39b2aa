import type { Prisma } from "@prisma/client";
import type { Actor } from "./actor.ts";
import type { Announcement } from "./events.ts";

export type Tx = Prisma.TransactionClient;

/** What a command is given besides its input. Time comes in here. */
export interface CommandContext {
  actor: Actor;
  now: Date;
  tx: Tx;
  /** Stores an event with the writes of this command; in-transaction reactions follow before the commit. */
  emit(announcement: Announcement): void;
}
