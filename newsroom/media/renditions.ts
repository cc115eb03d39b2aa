import "server-only";
import sharp from "sharp";
import { limited } from "#lib/limited";
import type { StoredFile } from "#lib/storage/store";
import { Fault, invalid } from "../kernel/faults.ts";
import { formatOf, type PictureFormat, sizeIssue } from "./format.ts";
import { pictureLimits, widthsOf } from "./limits.ts";

// A conversion takes memory and a core; readers are served by the same machine.
sharp.concurrency(1);
sharp.cache(false);
const oneOfTwo = limited(2);

interface Converted {
  format: PictureFormat;
  /** Turned upright. */
  width: number;
  height: number;
  /** With the original, which stays with the newsroom. */
  files: StoredFile[];
}

const background = "#ffffff";
const broken = () => invalid("This picture is broken: it cannot be read to its end.");
const unknownFormat = () =>
  new Fault("unsupported", "This is no picture that the library takes: JPEG, PNG, WebP, AVIF or GIF.");

/**
 * The files that readers get of a picture, in each width as WebP and JPEG, made anew from its pixels: nothing else of the upload goes out.
 * @throws Fault unsupported, tooLarge, invalid
 */
export function renditionsOf(upload: Buffer): Promise<Converted> {
  if (upload.length === 0) throw invalid("This file is empty.");
  const format = formatOf(upload);
  if (!format) throw unknownFormat();
  return oneOfTwo(async () => convert(upload, format, await sizeOf(upload)));
}

/** By the header alone, before anything is decoded. */
async function sizeOf(upload: Buffer): Promise<{ width: number; height: number }> {
  const header = await sharp(upload, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw broken();
    });
  const size = { width: header.autoOrient.width, height: header.autoOrient.height };
  const issue = sizeIssue(size);
  if (!issue) return size;
  throw size.width * size.height > pictureLimits.pixels ? new Fault("tooLarge", issue) : invalid(issue);
}

async function convert(
  upload: Buffer,
  format: PictureFormat,
  size: { width: number; height: number },
): Promise<Converted> {
  const widths = widthsOf(size.width);
  const largest = await sharp(upload, { limitInputPixels: pictureLimits.pixels, failOn: "truncated" })
    .autoOrient()
    .resize({ width: Math.max(...widths), withoutEnlargement: true })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw broken();
    });
  const { width, height, channels } = largest.info;
  const files: StoredFile[] = [{ name: `original.${format}`, content: upload }];
  for (const each of widths) {
    const image = sharp(largest.data, { raw: { width, height, channels } }).resize({ width: each });
    files.push(
      { name: `${each}.webp`, content: await image.clone().webp({ quality: 80, effort: 4 }).toBuffer() },
      {
        name: `${each}.jpg`,
        content: await image.clone().flatten({ background }).jpeg({ quality: 80, progressive: true }).toBuffer(),
      },
    );
  }
  return { format, ...size, files };
}
