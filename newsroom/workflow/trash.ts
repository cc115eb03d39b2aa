import type { PublicationColumns } from "./publication.ts";

/** Days in which what was spiked can be restored. */
export const trashDays = 30;
const day = 86_400_000;

/** Why this story cannot go to the trash, in words for the desk; null if nothing stands against it. */
export function reasonNotToSpike({ publication }: Pick<PublicationColumns, "publication">): string | null {
  if (publication === "live") return "This story is live. Please unpublish it first, then spike it.";
  if (publication === "retracted") return "Readers are told that this story was retracted: it stays at the desk.";
  return null;
}

/** When something spiked is removed for good; null for a story that readers have had: that one is kept, however long it lies there. */
export const removedForGoodAt = (spiked: { spikedAt: Date; firstPublishedAt?: Date | null }): Date | null =>
  spiked.firstPublishedAt ? null : new Date(spiked.spikedAt.getTime() + trashDays * day);

/** Whole days that are left to restore it, at least 0; null: without limit. */
export function daysLeft(spiked: { spikedAt: Date; firstPublishedAt?: Date | null }, now: Date): number | null {
  const end = removedForGoodAt(spiked);
  return end && Math.max(0, Math.ceil((end.getTime() - now.getTime()) / day));
}

/** What was spiked at or before this instant has had its time. */
export const trashEndsBefore = (now: Date): Date => new Date(now.getTime() - trashDays * day);
