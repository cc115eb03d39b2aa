/** How long it can still be restored, in words. `kept`: why without limit, if so. */
export function daysLeftWords(daysLeft: number | null, kept = "readers have had it"): string {
  if (daysLeft === null) return `Kept: ${kept}`;
  if (daysLeft === 0) return "Less than a day";
  return daysLeft === 1 ? "1 day" : `${daysLeft} days`;
}
