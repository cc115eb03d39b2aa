import { expect, test } from "vitest";
import { directionOf } from "./direction.ts";

test.each([
  ["en", "ltr"],
  ["ky", "ltr"],
  ["fa", "rtl"],
  ["tg", "ltr"],
  ["tg-Arab", "rtl"],
  ["ps-AF", "rtl"],
  ["not a tag", "ltr"],
])("%s is written %s", (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});
