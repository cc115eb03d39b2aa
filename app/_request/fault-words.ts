import type { RefusalKind } from "#newsroom/kernel/answer";

/** Each fault at the border: its status, and its words where it brings none of its own. A new fault does not compile until it stands here. */
export const faultWords: Record<RefusalKind, { status: number; words: string }> = {
  unauthenticated: { status: 401, words: "Please sign in." },
  forbidden: { status: 403, words: "You may not do this." },
  notFound: { status: 404, words: "There is no such thing here." },
  invalid: { status: 400, words: "This cannot be accepted." },
  conflict: { status: 409, words: "Someone else changed this meanwhile." },
  tooLarge: { status: 413, words: "This is larger than what the newsroom takes." },
  unsupported: { status: 415, words: "The newsroom does not take things of this kind." },
  tooMany: { status: 429, words: "Too many tries. Please wait a little." },
  unavailable: { status: 503, words: "The newsroom cannot reach its database. Please try again in a moment." },
  broken: { status: 500, words: "Something broke on our side. Nothing was changed." },
};
