import type { PictureWords } from "../media/schema.ts";

/** Something in the trash, whatever it was. */
export interface Spiked {
  id: string;
  version: number;
  spikedAt: Date;
  because: string;
  /** Whoever spiked it; null for the program, or somebody who is not known any more. */
  by: string | null;
  /** Whole days until it is removed for good; null if it is kept without limit: a story, since readers have had it. */
  daysLeft: number | null;
}

export interface Trash {
  stories: (Spiked & { headline: string; slugline: string | null; language: string })[];
  /** The cursor of the older stories; null at the end. */
  next: string | null;
  /** `stories`: in how many it stood. */
  tags: (Spiked & { name: string; stories: number })[];
  sections: (Spiked & { name: string })[];
  /** A page of those that were taken out of the library; without limit while a story has one at its top. */
  pictures: (Omit<Spiked, "because"> & PictureWords & { width: number })[];
  nextPictures: string | null;
}
