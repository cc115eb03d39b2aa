import { cache } from "react";
import { searchStories } from "#newsroom/search/published";
import { storyAtAddress } from "#newsroom/stories/published";
import { authorListing, noteListing, sectionListing, tagListing } from "#newsroom/stories/published/lists";
import { publicNewsroom } from "#newsroom/stories/published/newsroom";
import { movedTag } from "#newsroom/stories/published/tags";

/* The readers' door, asked once a request although head and body both need the answer. */

export const paperOf = cache(publicNewsroom);
export const storyAt = cache(storyAtAddress);
export const notesAt = cache(noteListing);
export const sectionAt = cache(sectionListing);
export const tagAt = cache(tagListing);
export const tagNowAt = cache(movedTag);
export const authorAt = cache(authorListing);
export const searchAt = cache(searchStories);
