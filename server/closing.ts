import { log } from "#lib/log";

/** What has been opened, to be closed in the reverse order, however far the start came. */
export interface Closing {
  add(what: string, close: () => unknown): void;
  /** Closes everything once; a second call waits for the first. Answers false if something could not be closed. */
  closeAll(): Promise<boolean>;
}

export function closing(): Closing {
  const open: { what: string; close: () => unknown }[] = [];
  let running: Promise<boolean> | undefined;
  async function run(): Promise<boolean> {
    let clean = true;
    for (let next = open.pop(); next; next = open.pop()) {
      try {
        await next.close();
      } catch (error) {
        clean = false;
        log.error(`${next.what} could not be closed`, { error });
      }
    }
    return clean;
  }
  return {
    add: (what, close) => void open.push({ what, close }),
    closeAll: () => {
      running ??= run();
      return running;
    },
  };
}
