import type { RefusalReason, Refused } from "#newsroom/stories/document/live-protocol";

/** Why a window is not let in, or shown out. Without a message: Hocuspocus would print it. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly code = 4403;
  readonly why: RefusalReason;
  readonly reason: string;
  /** What was sent is kept beside the text: its window need not send it again. */
  readonly isKept: boolean;

  constructor(why: RefusalReason, words = "", isKept = false) {
    super();
    this.why = why;
    this.isKept = isKept;
    this.reason = JSON.stringify({ why, words } satisfies Refused);
  }
}
