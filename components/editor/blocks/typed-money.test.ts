import { expect, it } from "vitest";
import { MoneyAttrs } from "#newsroom/body/nodes/money";
import { typedAmount, typedMoney } from "./typed-money.ts";

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

it.each<[string, string, string | null]>([
  ["1 250,50", "1250.50", null],
  ["5 млн сомов", "5000000", "KGS"],
  ["1,5 млрд. тенге", "1500000000", "KZT"],
  ["120 тыс. руб.", "120000", "RUB"],
  ["3 миллиона сомони", "3000000", "TJS"],
  ["200 ming so‘m", "200000", "UZS"],
  ["2 млн манатов", "2000000", "TMT"],
  ["$1.5 million", "1500000", "USD"],
  ["40 €", "40", "EUR"],
  ["KGS 5,000", "5000", "KGS"],
  ["12,345678 тыс", "12345.678", null],
  ["0,5 млн", "500000", null],
])("%j is %s of %s", (typed, amount, currency) => {
  expect(typedMoney(typed)).toEqual({ amount, currency });
  expect(MoneyAttrs.safeParse({ amount, currency: "KGS" }).success).toBe(true);
});

it.each(["", "сомов", "млн", "5 млн млн", "5 сомов сомов", "5 apples", "-5 сомов", "5-6 млн", "999999999 трлн"])(
  "%j is no sum",
  (typed) => expect(typedMoney(typed)).toBeNull(),
);
