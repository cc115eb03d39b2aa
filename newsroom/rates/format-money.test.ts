import { expect, it } from "vitest";
import { formatDollars, formatMoney } from "./format.ts";

it.each([
  ["0", "0.0114", "$0"],
  ["0.1", "0.0114", "$0.0011"],
  ["1", "0.0114", "$0.01"],
  ["40", "0.0114", "$0.46"],
  ["87719", "0.0114", "$1,000"],
  ["100000", "0.0114", "$1,140"],
  ["999999999999999", "0.0114", "$11,400,000,000,000"],
  ["123456789", "0.0114", "$1,407,000"],
  ["1", "0.0000848", "$0.000085"],
])("%s at %s is %s", (amount, rate, dollars) => expect(formatDollars(amount, rate, "en")).toBe(dollars));

it("an amount keeps every digit it was written with", () => {
  expect(formatMoney("999999999999999.123456", "UZS", "en")).toBe("999,999,999,999,999.123456\u00a0UZS");
  expect(formatMoney("1250.50", "KGS", "ru")).toBe("1\u00a0250,50\u00a0KGS");
  expect(formatMoney("40.00", "USD", "en")).toBe("$40.00");
});
