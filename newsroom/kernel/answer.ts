import type { FaultKind, Issue } from "./faults.ts";

/** What a caller outside may be told: a fault of the newsroom, or that we failed. */
export type RefusalKind = FaultKind | "unavailable" | "broken";

export interface Refusal {
  ok: false;
  fault: RefusalKind;
  message: string;
  issues: Issue[];
  detail: Record<string, unknown>;
  /** Stands in our log beside what really happened. */
  requestId: string;
}

/** What a screen gets back for what it asked. */
export type Answer<Value> = { ok: true; value: Value } | Refusal;
