import { expect, it } from "vitest";
import { focusStep, plainSource, sourcesOf } from "./sources.ts";

const picture = (width: number) => ({ pictureId: "a", width });

it.each([
  [3_000, "/media/a/480.webp 480w, /media/a/960.webp 960w, /media/a/1600.webp 1600w", "/media/a/960.jpg"],
  [700, "/media/a/480.webp 480w, /media/a/700.webp 700w", "/media/a/700.jpg"],
  [200, "/media/a/200.webp 200w", "/media/a/200.jpg"],
])("names only the files that there are of a picture %i wide", (width, sources, plain) => {
  expect(sourcesOf(picture(width), "/media", "webp")).toBe(sources);
  expect(plainSource(picture(width), "/media")).toBe(plain);
});

it.each([
  [0, "0"],
  [0.2, "25"],
  [0.5, "50"],
  [0.9, "100"],
])("cuts around the nearest of five places: %d", (part, step) => {
  expect(focusStep(part)).toBe(step);
});
