import { expect, it } from "vitest";
import { formatOf, sizeIssue } from "./format.ts";
import { widthsOf } from "./limits.ts";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

it.each([
  ["jpeg", "\u00ff\u00d8\u00ff\u00e0"],
  ["png", "\u0089PNG\r\n\u001a\n"],
  ["gif", "GIF89a"],
  ["webp", "RIFF\u0001\u0001\u0001\u0001WEBPVP8 "],
  ["avif", "\u0000\u0000\u0000\u001cftypavif"],
  ["avif", "\u0000\u0000\u0000\u001cftypmif1\u0000\u0000\u0000\u0000mif1avif"],
  [null, "\u0000\u0000\u0000\u001cftypheic\u0000\u0000\u0000\u0000mif1heic"],
  [null, "<svg xmlns='http://www.w3.org/2000/svg'/>"],
  [null, "II*\u0000"],
  [null, "%PDF-1.7"],
  [null, "Hello"],
  [null, ""],
])("knows %s by its first bytes", (format, text) => {
  expect(formatOf(bytes(text))).toBe(format);
});

it.each([
  [100, [100]],
  [480, [480]],
  [700, [480, 700]],
  [960, [480, 960]],
  [1_599, [480, 960, 1_599]],
  [1_600, [480, 960, 1_600]],
  [12_000, [480, 960, 1_600]],
])("has files of a picture %i wide in the widths %j", (width, widths) => {
  expect(widthsOf(width)).toEqual(widths);
});

it.each([
  [10_000, 10_000, null],
  [10_001, 10_000, "101 megapixels"],
  [0, 10, "no size"],
  [100, 1_000, null],
  [100, 1_001, "ten times"],
  [1_001, 100, "ten times"],
])("says of %i × %i: %j", (width, height, words) => {
  const issue = sizeIssue({ width, height });
  if (words === null) expect(issue).toBeNull();
  else expect(issue).toContain(words);
});
