/** So long one waits for a browser's storage: another tab can stand in its way for ever, or the profile is broken. */
export const patienceMs = 2_000;

/** What `work` answers, or `otherwise` if that takes too long. */
export const inTime = <Result>(work: Promise<Result>, otherwise: Result): Promise<Result> =>
  Promise.race([work, new Promise<Result>((resolve) => setTimeout(() => resolve(otherwise), patienceMs))]);
