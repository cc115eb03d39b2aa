import type { PictureWords } from "./schema.ts";

/** What a picture goes by at the desk. */
export const pictureName = ({ caption, altText }: Pick<PictureWords, "caption" | "altText">): string =>
  caption || altText || "Picture without words";
