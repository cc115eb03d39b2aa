const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A session ends when nobody used it for this long, … */
export const idleLimit = 12 * HOUR;
/** … and in any case after this long. */
export const absoluteLimit = 30 * DAY;
/** How stale `lastSeenAt` may get before a request writes it anew. */
export const seenEvery = MINUTE;

export const invitationLimit = 7 * DAY;
export const resetLimit = HOUR;

export const since = (span: number, now: Date): Date => new Date(now.getTime() - span);
export const after = (span: number, now: Date): Date => new Date(now.getTime() + span);
