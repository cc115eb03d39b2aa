/** When something was typed, by the clock of who typed it. */
export const moment = (at: Date): string =>
  at.toLocaleString("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
