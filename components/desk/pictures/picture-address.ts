import { widthsOf } from "#newsroom/media/limits";

interface Sized {
  id: string;
  width: number;
}

/** A picture's file for the desk: the smallest that is at least `width` wide, or the largest there is. */
export function deskPictureAddress({ id, width: own }: Sized, width: number): string {
  const widths = widthsOf(own);
  return `/api/pictures/${id}/${widths.find((one) => one >= width) ?? Math.max(...widths)}.webp`;
}
