import { telling } from "./alike.ts";
import { type Stretch, wordsOf } from "./stretches.ts";

/** Characters that are kept at most: of more, the latest. */
const mostKept = 100_000;

/** What was taken out of a text while it was open, and may be put in again: cut and pasted, or deleted and brought back by Undo. */
export class Departed {
  #stretches: Stretch[] = [];
  #length = 0;

  /** The latest first. */
  get all(): readonly Stretch[] {
    return this.#stretches;
  }

  add(stretches: readonly Stretch[]): void {
    for (const stretch of stretches) {
      const { length } = wordsOf(stretch);
      if (length < telling || length > mostKept) continue;
      this.#stretches.unshift(stretch);
      this.#length += length;
    }
    while (this.#length > mostKept) this.#length -= wordsOf(this.#stretches.pop() ?? []).length;
  }
}
