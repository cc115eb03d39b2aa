/** The one place that asks what time it is; everything below takes `now` as an argument. */
export const systemNow = (): Date => new Date();

/** Is `embargoUntil` still running? The instant itself is past it. */
export const underEmbargo = (story: { embargoUntil: Date | null }, now: Date): boolean =>
  story.embargoUntil !== null && story.embargoUntil > now;
