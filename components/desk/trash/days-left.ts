/** How long it can still be restored, in words. */
export function daysLeftWords(daysLeft: number | null): string {
  if (daysLeft === null) return "Kept: readers have had it";
  if (daysLeft === 0) return "Less than a day";
  return daysLeft === 1 ? "1 day" : `${daysLeft} days`;
}
