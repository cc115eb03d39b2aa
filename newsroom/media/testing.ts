import sharp from "sharp";

/** A file of a picture, with a colour of its own so that no two are the same bytes. */
export const aPictureFile = ({
  width = 640,
  height = 400,
  format = "jpeg" as "jpeg" | "png" | "webp" | "avif" | "gif",
  seed = Math.random(),
} = {}): Promise<Buffer> => {
  const shade = (turn: number) => Math.floor(Math.abs(Math.sin(seed * 997 + turn)) * 255);
  const background = { r: shade(1), g: shade(2), b: shade(3) };
  return sharp({ create: { width, height, channels: 3, background } })
    .toFormat(format)
    .toBuffer();
};
