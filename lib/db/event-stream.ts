import "server-only";
import { keepListening, type ListeningConnection } from "./listening.ts";

/** A row of "Event". Positions are given in commit order, so nothing smaller ever appears after a larger one. */
export interface StoredEvent {
  position: bigint;
  id: string;
  type: string;
  subject: string | null;
  payload: unknown;
  at: Date;
}

/** Who wants to know all that happened, in order and each once. */
interface Follower {
  /** The story so far ends at `position` and is not told; also when the events were replaced by older ones. */
  startFrom(position: bigint): void;
  tell(event: StoredEvent): void;
  /** All that was committed up to now has been told. */
  regain(): void;
  /** From now on something may be missing. */
  lose(): void;
}

export interface EventStreamOptions {
  /** A direct connection: a pooler does not carry LISTEN. */
  url: string;
  channel: string;
  follower: Follower;
  log: {
    info: (message: string, fields?: Readonly<Record<string, unknown>>) => void;
    warn: (message: string, fields?: Readonly<Record<string, unknown>>) => void;
  };
  /** A message may be lost; looking every so many milliseconds heals that. */
  lookEvery?: number;
  /** How many milliseconds the database has for an answer before it counts as away. */
  patience?: number;
}

export interface EventStream {
  /** Settles when the first connection stands and the follower was told where it starts. */
  started: Promise<void>;
  close(): Promise<void>;
}

const BATCH = 500;

/** Follows the events by LISTEN, and by looking now and then; comes back by itself after every loss of the connection. */
export function followEvents(options: EventStreamOptions): EventStream {
  const { url, channel, follower, log, lookEvery = 2_000, patience = 2_000 } = options;
  const started = Promise.withResolvers<void>();
  let position: bigint | null = null;

  async function catchUp(connection: ListeningConnection): Promise<void> {
    const last = await lastPosition(connection);
    // Fewer events than before: another database, or an older state of this one, was put in its place.
    if (position === null || last < position) {
      follower.startFrom(last);
      position = last;
    }
    while (position < last) {
      for (const event of await eventsAfter(connection, position, BATCH)) {
        follower.tell(event);
        position = event.position;
      }
    }
  }

  const stream = keepListening({
    url,
    channel,
    name: "chapar events",
    patience,
    every: lookEvery,
    onMessage: () => stream.look(),
    async look(connection) {
      await catchUp(connection);
      follower.regain();
      started.resolve();
    },
    onBack: () => log.info("Events are followed again."),
    onLost(error, isNews) {
      follower.lose();
      if (isNews) log.warn("Events cannot be followed at the moment.", { error });
    },
  });
  return { started: started.promise, close: stream.close };
}

interface Row {
  position: string;
  id: string;
  type: string;
  subject: string | null;
  payload: unknown;
  at: Date;
}

async function lastPosition(connection: ListeningConnection): Promise<bigint> {
  const [row] = await connection.query<{ last: string }>(`select coalesce(max("position"), 0) as last from "Event"`);
  return BigInt(row?.last ?? 0);
}

async function eventsAfter(connection: ListeningConnection, position: bigint, limit: number): Promise<StoredEvent[]> {
  const rows = await connection.query<Row>(
    `select "position", "id", "type", "subject", "payload", "at" from "Event"
     where "position" > $1 order by "position" limit ${limit}`,
    [String(position)],
  );
  return rows.map((row) => ({ ...row, position: BigInt(row.position) }));
}
