import { expect, it } from "vitest";
import { daysLeft, reasonNotToSpike, removedForGoodAt } from "./trash.ts";

const spikedAt = new Date("2026-11-01T12:00:00Z");

it.each([
  ["unpublished", null],
  ["withdrawn", null],
  ["live", /unpublish it first/],
  ["retracted", /stays at the desk/],
] as const)("a story that is %s", (publication, words) => {
  const reason = reasonNotToSpike({ publication });
  if (words) expect(reason).toMatch(words);
  else expect(reason).toBeNull();
});

it.each([
  ["2026-11-01T12:00:00Z", 30],
  ["2026-11-30T11:59:59Z", 2],
  ["2026-11-30T12:00:00Z", 1],
  ["2026-12-01T12:00:00Z", 0],
  ["2027-01-01T12:00:00Z", 0],
])("at %s there are %i days left", (now, left) => expect(daysLeft({ spikedAt }, new Date(now))).toBe(left));

it("what readers have had is never removed for good", () => {
  const spiked = { spikedAt, firstPublishedAt: new Date("2026-10-01T12:00:00Z") };
  expect(removedForGoodAt(spiked)).toBeNull();
  expect(daysLeft(spiked, new Date("2030-01-01T00:00:00Z"))).toBeNull();
});
