import "server-only";
import { Socket } from "node:net";
import pg from "pg";

const backoff = { first: 100, longest: 2_000 };

interface Options {
  /** A direct connection: a pooler does not carry LISTEN. */
  url: string;
  /** How many milliseconds the database has for an answer before it counts as away. */
  patience: number;
  /** What the database's administrator sees. */
  name: string;
  /** Called with each message, and without one when the connection is lost. */
  wake: (message?: string) => void;
}

interface Listening {
  url: string;
  channel: string;
  name: string;
  patience: number;
  /** Every so many milliseconds it is looked again, whatever is heard. */
  every: number;
  onMessage: (message: string) => void;
  /** From now on messages are heard; some may have been missed before. */
  onOpen?: () => void;
  /** @throws if the connection is lost */
  look: (connection: ListeningConnection) => Promise<void>;
  /** The first look after a loss is done. */
  onBack?: () => void;
  /** `isNews`: it stood until now, and nobody closes it. */
  onLost: (error: unknown, isNews: boolean) => void;
}

/** Hears a channel, and comes back by itself after every loss of the connection. */
export function keepListening({ url, channel, name, patience, every, ...does }: Listening) {
  const bell = new Bell();
  let isClosing = false;

  async function keepOn(): Promise<void> {
    let pause = backoff.first;
    let isLost = false;
    const wake = (message?: string) => (message === undefined ? bell.ring() : does.onMessage(message));
    while (!isClosing) {
      const connection = new ListeningConnection({ url, patience, name, wake });
      try {
        await connection.open(channel);
        does.onOpen?.();
        while (!isClosing) {
          bell.clear();
          await does.look(connection);
          if (isLost) does.onBack?.();
          isLost = false;
          pause = backoff.first;
          await bell.rings(every);
        }
      } catch (error) {
        does.onLost(error, !isLost && !isClosing);
        isLost = true;
      } finally {
        connection.close();
      }
      bell.clear();
      if (!isClosing) await bell.rings(pause);
      pause = Math.min(pause * 2, backoff.longest);
    }
  }

  const listening = keepOn();
  return {
    /** Looks now. */
    look: () => bell.ring(),
    async close(): Promise<void> {
      isClosing = true;
      bell.ring();
      await listening;
    },
  };
}

/** One connection that hears of a channel. A database that does not answer in time is as good as lost, and so is the socket to it. */
export class ListeningConnection {
  #socket = new Socket();
  #client: pg.Client;
  #patience: number;
  #lost: Error | null = null;
  #isClosed = false;

  constructor({ url, patience, name, wake }: Options) {
    this.#patience = patience;
    this.#client = new pg.Client({
      connectionString: url,
      stream: () => this.#socket,
      application_name: name,
      connectionTimeoutMillis: patience,
      query_timeout: patience,
      keepAlive: true,
    });
    const lose = (error: Error) => {
      this.#lost ??= error;
      if (!this.#isClosed) wake();
    };
    this.#client.on("error", lose);
    this.#client.on("end", () => lose(new Error(`The connection for ${name} was closed.`)));
    this.#client.on("notification", ({ payload }) => wake(payload ?? ""));
  }

  async open(channel: string): Promise<void> {
    await this.#client.connect();
    await this.#client.query(`listen ${pg.escapeIdentifier(channel)}`);
  }

  /** Is the other side still there? @throws if it is not */
  async check(): Promise<void> {
    await this.query("select 1");
  }

  async query<R extends pg.QueryResultRow>(text: string, values: string[] = []): Promise<R[]> {
    if (this.#lost) throw this.#lost;
    return (await this.#client.query<R>(text, values)).rows;
  }

  close(): void {
    this.#isClosed = true;
    this.#client.end().catch(() => {});
    // A server that hangs would keep a polite goodbye waiting.
    setTimeout(() => this.#socket.destroy(), this.#patience).unref();
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
