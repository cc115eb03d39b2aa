import { expect, it } from "vitest";
import { linkAddress } from "./link-address.ts";

it.each([
  ["https://example.org/a", "https://example.org/a"],
  ["  example.org/a?b#c ", "https://example.org/a?b#c"],
  ["чапар.кг", "https://чапар.кг"],
  ["desk@example.org", "mailto:desk@example.org"],
  ["mailto:desk@example.org", "mailto:desk@example.org"],
  ["tel:+996312", "tel:+996312"],
  ["/stories/snow", "/stories/snow"],
  ["#note", "#note"],
  ["javascript:alert(1)", null],
  ["//example.org", null],
  ["two words", null],
  ["", null],
])("%s → %s", (typed, address) => expect(linkAddress(typed)).toBe(address));
