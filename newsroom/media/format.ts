import { pictureLimits } from "./limits.ts";

export const pictureFormats = ["jpeg", "png", "webp", "avif", "gif"] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** What a file is by its first bytes, whatever it is called; null for what the library does not take. */
export function formatOf(bytes: Uint8Array): PictureFormat | null {
  const ascii = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "jpeg";
  if (bytes[0] === 0x89 && ascii(1, 8) === "PNG\r\n\u001a\n") return "png";
  if (/^GIF8[79]a$/.test(ascii(0, 6))) return "gif";
  if (ascii(0, 4) === "RIFF" && ascii(8, 12) === "WEBP") return "webp";
  if (ascii(4, 8) !== "ftyp") return null;
  return /^avi[fs]$/.test(ascii(8, 12)) || /avi[fs]/.test(ascii(16, 48)) ? "avif" : null;
}

/** Why a picture of this size is not taken; null if it is. Asked before anything of it is decoded. */
export function sizeIssue({ width, height }: { width: number; height: number }): string | null {
  if (!(width > 0 && height > 0)) return "This picture has no size.";
  if (width * height > pictureLimits.pixels)
    return `This picture has ${Math.ceil((width * height) / 1_000_000)} megapixels; the library takes up to ${pictureLimits.pixels / 1_000_000}.`;
  const ratio = Math.max(width / height, height / width);
  return ratio > pictureLimits.ratio ? "This picture is more than ten times as long as it is wide." : null;
}
