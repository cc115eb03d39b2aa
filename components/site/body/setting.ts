import type { StoryRates } from "#newsroom/rates/schema";
import type { Words } from "../words.ts";
import type { BlockIds } from "./block-ids.ts";

/** What every part of a body knows of the place where it is shown. */
export interface Setting {
  /** In a feed there is no script, no style and no address but the full one. */
  medium: "page" | "feed";
  siteUrl: string;
  ids: BlockIds;
  /** Of the story: figures are written as it writes them. */
  language: string;
  /** The furniture, and its language. */
  words: Words;
  furniture: { lang: string };
  rates: StoryRates;
  /** Where the files of pictures are, without a slash at the end; null where nobody can have them. */
  pictures: string | null;
}

/** A class for the page; feeds carry none. */
export const look = ({ medium }: Setting, className: string | undefined): string | undefined =>
  medium === "page" ? className : undefined;
