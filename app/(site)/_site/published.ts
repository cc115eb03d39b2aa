import { cache } from "react";
import {
  authorListing,
  movedTag,
  noteListing,
  publicNewsroom,
  sectionListing,
  storyAtAddress,
  tagListing,
} from "#newsroom/stories/published";

/* The readers' door, asked once a request although head and body both need the answer. */

export const paperOf = cache(publicNewsroom);
export const storyAt = cache(storyAtAddress);
export const notesAt = cache(noteListing);
export const sectionAt = cache(sectionListing);
export const tagAt = cache(tagListing);
export const tagNowAt = cache(movedTag);
export const authorAt = cache(authorListing);
