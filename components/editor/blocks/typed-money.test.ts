import { expect, it } from "vitest";
import { MoneyAttrs } from "#newsroom/body/nodes/money";
import { typedAmount } from "./typed-money.ts";

it.each([
  ["40", "40"],
  [" 1 250,50 ", "1250.50"],
  ["1,250.50", "1250.50"],
  ["1.250,50", "1250.50"],
  ["1,250,000", "1250000"],
  ["1.250.000", "1250000"],
  ["12,5", "12.5"],
  ["12.345678", "12.345678"],
  ["007", "7"],
  ["0", "0"],
])("%j is %s", (typed, stored) => {
  expect(typedAmount(typed)).toBe(stored);
  expect(MoneyAttrs.safeParse({ amount: stored, currency: "KGS" }).success).toBe(true);
});

it.each(["", "forty", "-1", "1e3", "1,25,000", "1.2.3", "12.1234567", "1234567890123456", "$40", "١٢"])(
  "%j is no amount",
  (typed) => expect(typedAmount(typed)).toBeNull(),
);
