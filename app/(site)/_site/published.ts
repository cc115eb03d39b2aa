import { cache } from "react";
import {
  authorListing,
  movedTag,
  publicNewsroom,
  publishedStory,
  sectionListing,
  tagListing,
} from "#newsroom/stories/published";

/* The readers' door, asked once a request although head and body both need the answer. */

export const paperOf = cache(publicNewsroom);
export const storyAt = cache(publishedStory);
export const sectionAt = cache(sectionListing);
export const tagAt = cache(tagListing);
export const tagNowAt = cache(movedTag);
export const authorAt = cache(authorListing);
