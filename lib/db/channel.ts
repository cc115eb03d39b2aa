import "server-only";
import { keepListening } from "./listening.ts";

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
export function hearChannel({ log, checkEvery = 5_000, patience = 2_000, ...options }: ChannelOptions): {
  close(): Promise<void>;
} {
  const { channel } = options;
  return keepListening({
    ...options,
    patience,
    every: checkEvery,
    look: (connection) => connection.check(),
    onLost(error, isNews) {
      if (isNews) log.warn("A channel cannot be heard at the moment.", { channel, error });
    },
  });
}
