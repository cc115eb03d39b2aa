import type { Picture } from "#newsroom/body/body";
import type { LibraryPicture } from "#newsroom/media/schema";

/** A picture of the library as a block: its words are the story's own from here on. */
export const pictureAttrs = ({ id, width, height, altText, caption, credit }: LibraryPicture): Picture["attrs"] => ({
  pictureId: id,
  width,
  height,
  altText,
  caption,
  credit,
});
