import { fileWidth } from "#newsroom/media/limits";

interface Sized {
  id: string;
  width: number;
}

/** A picture's file for the desk, at least `wanted` pixels wide if there is one. */
export const deskPictureAddress = ({ id, width }: Sized, wanted: number): string =>
  `/api/pictures/${id}/${fileWidth(width, wanted)}.webp`;
