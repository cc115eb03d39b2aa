import "server-only";
import { Bell, backoff, ListeningConnection } from "./listening.ts";

interface ChannelOptions {
  url: string;
  channel: string;
  /** What the database's administrator sees. */
  name: string;
  onMessage: (message: string) => void;
  /** From now on messages are heard; some may have been missed before. */
  onOpen: () => void;
  log: { warn: (message: string, fields?: Readonly<Record<string, unknown>>) => void };
  checkEvery?: number;
  patience?: number;
}

/** Hears the messages of a channel, and comes back by itself after every loss of the connection. */
export function hearChannel(options: ChannelOptions): { close(): Promise<void> } {
  const { checkEvery = 5_000, patience = 2_000 } = options;
  const bell = new Bell();
  let isClosing = false;

  async function keepHearing(): Promise<void> {
    let pause = backoff.first;
    let isLost = false;
    while (!isClosing) {
      const wake = (message?: string) => (message === undefined ? bell.ring() : options.onMessage(message));
      const connection = new ListeningConnection({ url: options.url, patience, name: options.name, wake });
      try {
        await connection.open(options.channel);
        options.onOpen();
        isLost = false;
        pause = backoff.first;
        while (!isClosing) {
          await connection.check();
          await bell.rings(checkEvery);
          bell.clear();
        }
      } catch (error) {
        if (!isLost && !isClosing)
          options.log.warn("A channel cannot be heard at the moment.", { channel: options.channel, error });
        isLost = true;
      } finally {
        connection.close();
      }
      bell.clear();
      if (!isClosing) await bell.rings(pause);
      pause = Math.min(pause * 2, backoff.longest);
    }
  }

  const hearing = keepHearing();
  return {
    async close() {
      isClosing = true;
      bell.ring();
      await hearing;
    },
  };
}
