import { setTimeout as pause } from "node:timers/promises";
import type { RecurringJob } from "#lib/jobs/recurring";
import { mailSettings } from "#lib/mail/settings";
import { sendLateTrouble } from "#newsroom/notifications/mailing";
import { noteMissingProofs } from "#newsroom/stories/proofs/watch-proofs";
import { reportOverduePlans } from "#newsroom/stories/publication/watch-plans";
import { lane, recurringRound, timeOfAll } from "./lanes.ts";

const WATCHED: readonly RecurringJob[] = [
  { name: "stories.report_overdue_plans", everySeconds: 10, run: reportOverduePlans },
  { name: "stories.note_missing_proofs", everySeconds: 10, run: noteMissingProofs },
];

/** Where `jobs` are dead, nobody else sends it. */
const LATE_MAIL: readonly RecurringJob[] = [
  {
    name: "notifications.send_late_trouble",
    everySeconds: 10,
    leaseSeconds: 240,
    run: (now, signal) => sendLateTrouble(now, undefined, undefined, signal),
  },
];

/** What fell due while nothing ran is carried out first. */
const BEGINS_AFTER_MS = 10_000;

/**
 * Says what was not done in time. It runs wherever the program runs, beside the work and apart from it: a process that is dead, or that hangs,
 * says nothing of itself. Each round is one process's alone.
 */
export function openWatch(beginsAfterMs = BEGINS_AFTER_MS): { close(): Promise<void> } {
  const closing = new AbortController();
  const watching = watch(beginsAfterMs, closing.signal);
  return {
    async close() {
      closing.abort();
      await watching;
    },
  };
}

async function watch(beginsAfterMs: number, signal: AbortSignal): Promise<void> {
  await pause(beginsAfterMs, undefined, { signal }).catch(() => {});
  const keep = (name: string, jobs: readonly RecurringJob[]) => {
    let time = () => new Date();
    const round = recurringRound(jobs, () => time(), signal);
    return lane(name, signal, async () => {
      time = await timeOfAll(() => new Date());
      return round();
    });
  };
  // One that knows no mail server would only write a file, and the mail be done with.
  const mails = mailSettings().smtpUrl !== null;
  await Promise.all([keep("watch", WATCHED), ...(mails ? [keep("late mail", LATE_MAIL)] : [])]);
}
