import type { IncomingMessage, ServerResponse } from "node:http";
import { deskDb } from "#lib/db/desk";
import { readersDb } from "#lib/db/readers";
import { ownAddresses } from "./own-addresses.ts";
import { answerShortly } from "./short-answer.ts";

const PATIENCE_MS = 2000;

export interface Health {
  /** From now on this program asks to be left alone: it is about to stop. */
  drain(): void;
  /** Answers `/api/health/live` and `/api/health/ready`; false for every other address. */
  answer(pathname: string, request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

/** Live: the process answers. Ready: it also reaches its database, and is not stopping. */
export function health(reachDatabase: () => Promise<unknown> = reachBothDoors): Health {
  let draining = false;
  return {
    drain() {
      draining = true;
    },
    async answer(pathname, request, response) {
      const isReady = pathname === ownAddresses.ready;
      if (!isReady && pathname !== ownAddresses.live) return false;
      const trouble = isReady ? await troubleNow() : undefined;
      const words = JSON.stringify({ status: trouble ?? (isReady ? "ready" : "live") });
      answerShortly(request, response, { status: trouble ? 503 : 200, words, type: "application/json" });
      return true;
    },
  };

  async function troubleNow(): Promise<string | undefined> {
    if (draining) return "stopping";
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<"late">((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS, "late");
    });
    try {
      return (await Promise.race([reachDatabase(), tooLate])) === "late" ? "database away" : undefined;
    } catch {
      return "database away";
    } finally {
      clearTimeout(timer);
    }
  }
}

const reachBothDoors = () => Promise.all([deskDb().$queryRaw`SELECT 1`, readersDb().$queryRaw`SELECT 1`]);
