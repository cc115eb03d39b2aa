import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import { line } from "../kernel/text.ts";
import { pictureFormats } from "./format.ts";
import { pictureLimits } from "./limits.ts";

const fraction = z.number().min(0).max(1);
/** From the left and from the top. */
export const FocalPoint = z.object({ x: fraction, y: fraction });
export type FocalPoint = z.infer<typeof FocalPoint>;

/** What is said of a picture, in the library and wherever it is used. */
export const PictureWords = z.object({
  altText: line(pictureLimits.altText),
  caption: line(pictureLimits.caption),
  credit: line(pictureLimits.credit),
});
export type PictureWords = z.infer<typeof PictureWords>;

/** A picture as the library shows it. */
export const LibraryPicture = PictureWords.extend({
  id: z.string(),
  /** Upright. */
  width: z.number(),
  height: z.number(),
  focalPoint: FocalPoint.nullable(),
  uploadedBy: z.string().nullable(),
  version: z.number(),
  can: z.object({ describe: z.boolean(), remove: z.boolean() }),
});
export type LibraryPicture = z.infer<typeof LibraryPicture>;

export const LibraryPage = z.object({ pictures: z.array(LibraryPicture), next: z.string().nullable() });
export type LibraryPage = z.infer<typeof LibraryPage>;

export const UploadedPicture = z.object({
  picture: LibraryPicture,
  /** The library had these bytes before: this is the picture that was there. */
  wasThere: z.boolean(),
});
export type UploadedPicture = z.infer<typeof UploadedPicture>;

export const UploadPicture = z.object({
  /** Made by the client: sent again, it answers with the first picture. */
  uploadId: Id,
  /** The story within which it is uploaded. */
  storyId: Id.nullable().default(null),
});

export const AddPicture = z.object({
  id: Id,
  storyId: Id.nullable(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  format: z.enum(pictureFormats),
  bytes: z.int().min(1),
  width: z.int().min(1),
  height: z.int().min(1),
  words: PictureWords,
});

export const DescribePicture = z.object({
  pictureId: Id,
  version: z.int().min(1),
  changes: PictureWords.extend({ focalPoint: FocalPoint.nullable() })
    .partial()
    .refine((changes) => Object.keys(changes).length > 0, "Nothing was changed."),
});
export const RemovePicture = z.object({ pictureId: Id, version: z.int().min(1) });
export const RestorePicture = z.object({ pictureId: Id });

/** A picture at the top of a story, as a revision pins it and as its page shows it. */
export const LeadImage = z.object({
  pictureId: z.string(),
  width: z.number(),
  height: z.number(),
  altText: z.string(),
  caption: z.string(),
  credit: z.string(),
  focalPoint: FocalPoint.nullable(),
});
export type LeadImage = z.infer<typeof LeadImage>;
