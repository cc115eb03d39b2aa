import "server-only";
import { Socket } from "node:net";
import pg from "pg";

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
const BACKOFF = { first: 100, longest: 2_000 };

/** Follows the events by LISTEN, and by looking now and then; comes back by itself after every loss of the connection. */
export function followEvents(options: EventStreamOptions): EventStream {
  const { follower, log, lookEvery = 2_000, patience = 2_000 } = options;
  const started = Promise.withResolvers<void>();
  const bell = new Bell();
  let isClosing = false;
  let position: bigint | null = null;

  async function keepFollowing(): Promise<void> {
    let pause = BACKOFF.first;
    let isLost = false;
    while (!isClosing) {
      const connection = new Connection(options.url, patience, () => bell.ring());
      try {
        await connection.open(options.channel);
        while (!isClosing) {
          bell.clear();
          await catchUp(connection);
          follower.regain();
          started.resolve();
          if (isLost) log.info("Events are followed again.");
          isLost = false;
          pause = BACKOFF.first;
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
      pause = Math.min(pause * 2, BACKOFF.longest);
    }
  }

  async function catchUp(connection: Connection): Promise<void> {
    const last = await connection.lastPosition();
    // Fewer events than before: another database, or an older state of this one, was put in its place.
    if (position === null || last < position) {
      follower.startFrom(last);
      position = last;
    }
    while (position < last) {
      for (const event of await connection.eventsAfter(position, BATCH)) {
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

/** One connection. A database that does not answer in time is as good as lost, and so is the socket to it. */
class Connection {
  #socket = new Socket();
  #client: pg.Client;
  #patience: number;
  #lost: Error | null = null;
  #isClosed = false;

  /** `wake` is called at each message, and when the connection is lost. */
  constructor(url: string, patience: number, wake: () => void) {
    this.#patience = patience;
    this.#client = new pg.Client({
      connectionString: url,
      stream: () => this.#socket,
      application_name: "chapar events",
      connectionTimeoutMillis: patience,
      query_timeout: patience,
      keepAlive: true,
    });
    const lose = (error: Error) => {
      this.#lost ??= error;
      if (!this.#isClosed) wake();
    };
    this.#client.on("error", lose);
    this.#client.on("end", () => lose(new Error("The connection for events was closed.")));
    this.#client.on("notification", wake);
  }

  async open(channel: string): Promise<void> {
    await this.#client.connect();
    await this.#client.query(`listen ${pg.escapeIdentifier(channel)}`);
  }

  async lastPosition(): Promise<bigint> {
    const { rows } = await this.#query<{ last: string }>(`select coalesce(max("position"), 0) as last from "Event"`);
    return BigInt(rows[0]?.last ?? 0);
  }

  async eventsAfter(position: bigint, limit: number): Promise<StoredEvent[]> {
    const { rows } = await this.#query<Row>(
      `select "position", "id", "type", "subject", "payload", "at" from "Event"
       where "position" > $1 order by "position" limit ${limit}`,
      [String(position)],
    );
    return rows.map((row) => ({ ...row, position: BigInt(row.position) }));
  }

  close(): void {
    this.#isClosed = true;
    this.#client.end().catch(() => {});
    // A server that hangs would keep a polite goodbye waiting.
    setTimeout(() => this.#socket.destroy(), this.#patience).unref();
  }

  async #query<R extends pg.QueryResultRow>(text: string, values: string[] = []): Promise<pg.QueryResult<R>> {
    if (this.#lost) throw this.#lost;
    return await this.#client.query<R>(text, values);
  }
}

/** Waits to be rung, for a while; what rang since the last `clear` counts. */
class Bell {
  #hasRung = false;
  #answer: (() => void) | null = null;

  ring(): void {
    this.#hasRung = true;
    this.#answer?.();
  }

  clear(): void {
    this.#hasRung = false;
  }

  async rings(withinMilliseconds: number): Promise<void> {
    if (this.#hasRung) return;
    const rung = Promise.withResolvers<void>();
    const timer = setTimeout(rung.resolve, withinMilliseconds);
    this.#answer = rung.resolve;
    await rung.promise;
    clearTimeout(timer);
    this.#answer = null;
  }
}
