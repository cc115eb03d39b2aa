import type { RecurringJob } from "#lib/jobs/recurring";
import { reportOverduePlans } from "#newsroom/stories/watch-plans";
import { noteMissingProofs } from "#newsroom/stories/watch-proofs";
import { lane, recurringRound, timeOfAll } from "./lanes.ts";

const WATCHED: readonly RecurringJob[] = [
  { name: "stories.report_overdue_plans", everySeconds: 10, run: reportOverduePlans },
  { name: "stories.note_missing_proofs", everySeconds: 10, run: noteMissingProofs },
];

/**
 * Says what was not done in time. It runs wherever the program runs, beside the work and apart from it: a process that is dead, or that hangs,
 * says nothing of itself. Each round is one process's alone.
 */
export function openWatch(clock: () => Date = () => new Date()): { close(): Promise<void> } {
  const closing = new AbortController();
  let time = clock;
  const round = recurringRound(WATCHED, () => time(), closing.signal);
  const watching = lane("watch", closing.signal, async () => {
    time = await timeOfAll(clock);
    return round();
  });
  return {
    async close() {
      closing.abort();
      await watching;
    },
  };
}
