import "server-only";
import { answerAs } from "#lib/said-status";
import type { Fault } from "#newsroom/kernel/faults";
import { faultWords } from "./fault-words.ts";

/** How long to wait, for machines. */
export function retryAfter({ detail }: Pick<Fault, "detail">): Record<string, string> {
  const wait = detail.retryAfterSeconds;
  return typeof wait === "number" ? { "Retry-After": String(wait) } : {};
}

/** Where a page or a form is answered, whatever it says itself. */
export const answerTooMany = (fault: Pick<Fault, "detail">): void =>
  answerAs(faultWords.tooMany.status, retryAfter(fault));
