import { expect, test } from "vitest";
import { cityOf, dateLine, dayLine, isoInZone, shortDay } from "./dates.ts";

const bishkek = { zone: "Asia/Bishkek", language: "en" };
const noonUtc = new Date("2025-05-18T12:00:00Z");

test("an instant reads on the newsroom's clock", () => {
  expect(dateLine(noonUtc, bishkek)).toBe("18 May 2025, 18:00");
  expect(dayLine(new Date("2025-05-18T18:30:00Z"), bishkek)).toBe("19 May 2025");
});

test("midnight is 00:00, not 24:00", () => {
  expect(dateLine(new Date("2025-05-18T18:00:00Z"), bishkek)).toBe("19 May 2025, 00:00");
  expect(isoInZone(new Date("2025-05-18T18:00:00Z"), "Asia/Bishkek")).toBe("2025-05-19T00:00:00+06:00");
});

test("other languages write the date in their own way", () => {
  expect(dateLine(noonUtc, { zone: "Asia/Bishkek", language: "ru" })).toBe("18 мая 2025 г., 18:00");
});

test.each([
  ["Asia/Bishkek", "2025-05-18T18:00:00+06:00"],
  ["Asia/Kabul", "2025-05-18T16:30:00+04:30"],
  ["America/New_York", "2025-05-18T08:00:00-04:00"],
  ["UTC", "2025-05-18T12:00:00+00:00"],
])("the machine's date carries the offset of %s", (zone, iso) => {
  expect(isoInZone(noonUtc, zone)).toBe(iso);
  expect(new Date(iso)).toEqual(noonUtc);
});

test("a calendar date does not move with the zone", () => {
  expect(shortDay("2026-05-24", "en")).toBe("24 May");
});

test.each([
  ["Asia/Bishkek", "Bishkek"],
  ["America/Argentina/Buenos_Aires", "Buenos Aires"],
  ["UTC", "UTC"],
])("the zone %s is called %s", (zone, city) => {
  expect(cityOf(zone)).toBe(city);
});
