import type { StageMeaning } from "./stages.ts";

export const priorities = ["low", "normal", "high", "urgent"] as const;
export type Priority = (typeof priorities)[number];

/** What the lawyers say: nothing publishes while their word is required. */
export type LegalStatus = "notNeeded" | "required" | "cleared";

interface Due {
  dueAt: Date | null;
  publication: { state: string };
  stage: { meaning: StageMeaning };
}

/** Its time has passed, and it is neither ready nor with the readers. The filter of lists says the same of many (`overdue`). */
export const isOverdue = ({ dueAt, publication, stage }: Due, now: Date): boolean =>
  dueAt !== null && dueAt < now && publication.state === "unpublished" && stage.meaning !== "ready";
