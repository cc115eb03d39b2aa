/** What a picture may be when it comes in; what readers get of it. */
export const pictureLimits = {
  bytes: 25 * 1024 * 1024,
  pixels: 100_000_000,
  /** Height to width, and the other way. */
  ratio: 10,
  altText: 500,
  caption: 1_000,
  credit: 200,
} as const;

const widths = [480, 960, 1600] as const;

/** The width of the file that is at least `wanted` wide, or of the largest there is. */
export function fileWidth(width: number, wanted: number): number {
  const all = widthsOf(width);
  return all.find((one) => one >= wanted) ?? Math.max(...all);
}

/** The widths in which there are files of a picture, the smallest first: never larger than it is itself. */
export function widthsOf(width: number): number[] {
  const smaller = widths.filter((one) => one < width);
  return width > 1600 ? smaller : [...smaller, width];
}
