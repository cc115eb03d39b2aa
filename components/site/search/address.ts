import { pageAddress } from "../listing/pagination.ts";

/** Where the answers to a question stand; the form itself for none. */
export const searchAddress = (asked: string | null, page = 1): string =>
  pageAddress(asked ? `/search?q=${encodeURIComponent(asked)}` : "/search", page);
