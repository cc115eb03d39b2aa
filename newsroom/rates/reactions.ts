import "server-only";
import type { Reaction, ReactionTable } from "../kernel/reactions.ts";
import { fixRates } from "./story-rates.ts";

const fix: Reaction = async ({ subject }, { tx, now }) => {
  if (subject) await fixRates(tx, subject, now);
};

/** What rates do when a story goes live, in its transaction. */
export const rateReactions: ReactionTable = {
  "story.published": [fix],
  "story.updated": [fix],
  "story.corrected": [fix],
};
