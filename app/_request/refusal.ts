import "server-only";
import { unstable_rethrow } from "next/navigation";
import { isDatabaseAway } from "#lib/db/away";
import { log } from "#lib/log";
import { Obstacle } from "#lib/obstacle";
import type { Refusal } from "#newsroom/kernel/answer";
import { Fault } from "#newsroom/kernel/faults";
import { newId } from "#newsroom/kernel/ids";
import { faultWords } from "./fault-words.ts";
import { answerTooMany } from "./too-many.ts";

/** What the caller is told of an error. What is not a fault of the newsroom is logged with the request id and keeps its words to itself. */
export function refusalOf(error: unknown, what: string): Refusal {
  unstable_rethrow(error);
  const requestId = newId();
  if (error instanceof Fault) {
    const { fault, issues, detail } = error;
    if (fault === "tooMany") answerTooMany(error);
    return { ok: false, fault, message: error.message || faultWords[fault].words, issues, detail, requestId };
  }
  if (error instanceof Obstacle) {
    log.error(`${what} failed`, { requestId, error });
    const message = "The newsroom’s disk is full or cannot be written. Nothing was stored; please tell who runs it.";
    return { ok: false, fault: "unavailable", message, issues: [], detail: {}, requestId };
  }
  const fault = isDatabaseAway(error) ? "unavailable" : "broken";
  log.error(`${what} failed`, { requestId, error });
  return { ok: false, fault, message: faultWords[fault].words, issues: [], detail: {}, requestId };
}
