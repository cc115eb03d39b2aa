import type { Struck, Subject } from "./finding.ts";

/** A paper with fewer stories is too small to tell. */
const enoughStories = 50;
const largestShare = 0.2;

/** A tag that a fifth of the paper carries leads a reader to nothing in particular. */
export const generalTag = ({ tags, liveStories }: Subject): Struck[] =>
  liveStories < enoughStories
    ? []
    : tags
        .filter((tag) => tag.liveStories / liveStories > largestShare)
        .map(({ name, liveStories: carrying }) => ({
          message: `The tag “${name}” is very general: ${Math.round((100 * carrying) / liveStories)} % of all live stories carry it.`,
          at: { part: "tagIds" },
        }));
