import "server-only";
import { Bell, backoff, ListeningConnection } from "./listening.ts";

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
  const { follower, log, lookEvery = 2_000, patience = 2_000 } = options;
  const started = Promise.withResolvers<void>();
  const bell = new Bell();
  let isClosing = false;
  let position: bigint | null = null;

  async function keepFollowing(): Promise<void> {
    let pause = backoff.first;
    let isLost = false;
    while (!isClosing) {
      const connection = new ListeningConnection({
        url: options.url,
        patience,
        name: "chapar events",
        wake: () => bell.ring(),
      });
      try {
        await connection.open(options.channel);
        while (!isClosing) {
          bell.clear();
          await catchUp(connection);
          follower.regain();
          started.resolve();
          if (isLost) log.info("Events are followed again.");
          isLost = false;
          pause = backoff.first;
          await bell.rings(lookEvery);
        }
      } catch (error) {
        follower.lose();
        if (!isLost && !isClosing) log.warn("Events cannot be followed at the moment.", { error });
        isLost = true;
      } finally {
        connection.close();
      }
      bell.clear();
      if (!isClosing) await bell.rings(pause);
      pause = Math.min(pause * 2, backoff.longest);
    }
  }

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

  const following = keepFollowing();
  return {
    started: started.promise,
    async close() {
      isClosing = true;
      bell.ring();
      await following;
    },
  };
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
