import { alarm, type Clock } from "./clock.ts";
import { NotOpened, type NotOpenedWhy } from "./not-opened.ts";
import { overdueMs } from "./save-state.ts";

/** After which time it is tried again, twice that after the next failure; null: not by itself. */
const againMs: Record<NotOpenedWhy, number | null> = {
  silent: 1_500,
  failing: 1_500,
  signedOut: 20_000,
  gone: 30_000,
  unreadable: null,
};
const longestMs = 60_000;

interface Trying<Open> {
  /** `isAgain`: it failed before. @throws NotOpened, or anything else where it cannot be read */
  tryToOpen(isAgain: boolean, signal: AbortSignal): Promise<Open>;
  onOpen(open: Open): void;
  /** It is not open, and why. */
  onFailure(why: NotOpenedWhy): void;
  clock: Clock;
}

/** Opens something once, and goes on trying for as long as that makes sense. */
export function untilOpened<Open extends { close(): unknown }>({
  tryToOpen,
  onOpen,
  onFailure,
  clock,
}: Trying<Open>): { wake(): void; close(): void } {
  const [again, overdue] = [alarm(clock), alarm(clock)];
  let failures = 0;
  let trying: AbortController | null = null;
  let isOver = false;
  void attempt();

  async function attempt(): Promise<void> {
    const mine = new AbortController();
    trying = mine;
    again.clear();
    overdue.set(overdueMs, () => onFailure("silent"));
    try {
      const open = await tryToOpen(failures > 0, mine.signal);
      if (isOver) return void open.close();
      isOver = true;
      onOpen(open);
    } catch (error) {
      if (!isOver) failed(error instanceof NotOpened ? error.why : "unreadable", mine.signal.aborted);
    } finally {
      trying = null;
      overdue.clear();
    }
  }

  function failed(why: NotOpenedWhy, isHurried: boolean): void {
    onFailure(why);
    const wait = isHurried ? 0 : againMs[why];
    if (wait !== null) again.set(Math.min(wait * 2 ** failures, longestMs), () => void attempt());
    failures++;
  }

  return {
    /** Somebody asks for it, or something changed outside: tries now. */
    wake() {
      if (isOver) return;
      if (!trying) void attempt();
      // What hangs for so long is given up for another try.
      else if (!overdue.isSet) trying.abort();
    },
    close() {
      isOver = true;
      again.clear();
      overdue.clear();
    },
  };
}
