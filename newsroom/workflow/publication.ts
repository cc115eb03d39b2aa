import { underEmbargo } from "../kernel/clock.ts";
import { dayAndBothTimes } from "../settings/zone.ts";
import type { LegalStatus } from "./directions.ts";

/** Said wherever somebody tries to publish what the lawyers still have. */
export const waitsForLegal = "This story waits for legal: nobody publishes it until it is cleared.";

/** The fact that readers can notice. */
export type Publication =
  | { state: "unpublished" }
  | { state: "live"; since: Date }
  | { state: "retracted"; at: Date }
  | { state: "withdrawn"; at: Date; how: "unpublished" | "killed" | "legal"; reason: string | null };

export interface PublicationColumns {
  publication: "unpublished" | "live" | "retracted" | "withdrawn";
  publicationAt: Date | null;
  withdrawnHow: "unpublished" | "killed" | "legal" | null;
  withdrawnBecause: string | null;
}

/** The columns read as the one state they mean. */
export function publicationOf(row: PublicationColumns): Publication {
  const at = row.publicationAt;
  if (row.publication === "unpublished" || !at) return { state: "unpublished" };
  if (row.publication === "live") return { state: "live", since: at };
  if (row.publication === "retracted") return { state: "retracted", at };
  return { state: "withdrawn", at, how: row.withdrawnHow ?? "unpublished", reason: row.withdrawnBecause };
}

interface Publishable extends PublicationColumns {
  heldBecause: string | null;
  legalStatus: LegalStatus;
  spikedAt: Date | null;
  embargoUntil: Date | null;
}

/** Why this story may not be published at `at`, in words for the desk; null if nothing stands against it. */
export function reasonNotToPublish(story: Publishable, at: Date, zone: string): string | null {
  if (story.spikedAt) return "This story is in the trash.";
  if (story.heldBecause !== null) return `This story is on hold: ${story.heldBecause}`;
  if (story.legalStatus === "required") return waitsForLegal;
  if (story.withdrawnHow === "killed" || story.withdrawnHow === "legal")
    return "This story was killed and must not be used again.";
  if (underEmbargo(story, at) && story.embargoUntil)
    return `This story is under embargo until ${dayAndBothTimes(story.embargoUntil, zone, null)}.`;
  return null;
}

/** Why there is nothing in whose place a notice could stand; null where there is. */
export function reasonNotToRetract(publication: Publication): string | null {
  if (publication.state === "unpublished") return "Readers never had this story: there is nothing to retract.";
  if (publication.state === "withdrawn" && publication.how !== "unpublished")
    return "This story was killed: its address says that it is gone.";
  return null;
}
