import { readFileSync } from "node:fs";
import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatChange, formatValue } from "./format.ts";
import { changeInPercent, dollarsPerUnit, isJump } from "./money.ts";
import { currencies } from "./schema.ts";

const files = new URL("../../node_modules/@fawazahmed0/currency-api/v1/currencies/", import.meta.url);

function recorded(code: string): Record<string, number> {
  return JSON.parse(readFileSync(new URL(`${code}.json`, files), "utf8"))[code];
}

const positive = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }))
  .map(([digits, decimals]) => new Decimal(digits.toString()).div(new Decimal(10).pow(decimals)).toDecimalPlaces(12))
  .filter((value) => value.gt(0));

describe("dollars per unit", () => {
  it.each(currencies)(
    "of %s agree in eight digits with the recorded file that tells it the other way round",
    (currency) => {
      const code = currency.toLowerCase();
      const dollars = dollarsPerUnit(recorded("usd")[code]);
      const told = new Decimal(recorded(code).usd ?? 0);
      expect(dollars?.toSignificantDigits(8).toNumber()).toBe(told.toSignificantDigits(8).toNumber());
    },
  );

  it.each([
    0,
    -0,
    -87.45,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e300,
    1e-300,
    "87.45",
    null,
    undefined,
    {},
    [87],
    true,
  ])("are refused for %s", (quote) => expect(dollarsPerUnit(quote)).toBeNull());

  it("of any number are null or fit the database", () => {
    fc.assert(
      fc.property(fc.double(), (quote) => {
        const dollars = dollarsPerUnit(quote);
        if (dollars) expect(dollars.toFixed()).toMatch(/^(?!0+(\.0+)?$)\d{1,12}(\.\d{1,12})?$/);
      }),
    );
  });
});

describe("a value", () => {
  it.each([
    ["0.011434174095", "0.01143"],
    ["0.000084801645", "0.0000848"],
    ["0.285728719394", "0.28573"],
    ["0.002266371409", "0.00227"],
    ["0.108312906794", "0.10831"],
    ["1", "1.00000"],
    ["12345.678901", "12345.67890"],
    ["0.001", "0.00100"],
    ["0.000995", "0.00100"],
    ["0.0009949", "0.000995"],
    ["0.00099949", "0.00100"],
    ["0.000084", "0.0000840"],
    ["0.00009999", "0.000100"],
    ["0.0000000012345", "0.00000000123"],
    ["0.000000000001", "0.00000000000100"],
    ["0.000005", "0.00000500"],
    ["0.00000499", "0.00000499"],
  ])("of %s is shown as %s", (value, shown) => expect(formatValue(new Decimal(value))).toBe(shown));

  it("always has five decimals or more, three significant digits or more, and is near what it stands for", () => {
    fc.assert(
      fc.property(positive, (value) => {
        const shown = formatValue(value);
        expect(shown).toMatch(/^\d+\.\d{5,}$/);
        expect(shown.replace(".", "").replace(/^0+/, "").length).toBeGreaterThanOrEqual(3);
        expect(new Decimal(shown).minus(value).abs().div(value).toNumber()).toBeLessThanOrEqual(0.00503);
      }),
    );
  });
});

describe("a change", () => {
  it.each([
    ["0.01143", "0.01143", "0.00%", "flat"],
    ["1", "1.0012", "+0.12%", "up"],
    ["1", "0.9988", "\u22120.12%", "down"],
    ["1", "0.99996", "0.00%", "flat"],
    ["1", "1.00004", "0.00%", "flat"],
    ["1", "0.99995", "\u22120.01%", "down"],
    ["1", "1.00005", "+0.01%", "up"],
    ["1", "12", "+1100.00%", "up"],
    ["0.000084801645", "0.000084711", "\u22120.11%", "down"],
  ])("from %s to %s is %s", (from, to, change, direction) =>
    expect(formatChange(new Decimal(from), new Decimal(to))).toEqual({ change, direction }),
  );

  it("is never a signed nothing, and its sign, its direction and its digits agree", () => {
    const near = fc.tuple(positive, fc.integer({ min: -200, max: 200 })).map(([from, millionths]) => {
      const to = from.plus(from.times(millionths).div(1_000_000));
      return [from, to.gt(0) ? to : from] as const;
    });
    fc.assert(
      fc.property(fc.oneof(near, fc.tuple(positive, positive)), ([from, to]) => {
        const { change, direction } = formatChange(from, to);
        expect(change).toMatch(
          direction === "flat" ? /^0\.00%$/ : direction === "up" ? /^\+\d+\.\d\d%$/ : /^−\d+\.\d\d%$/,
        );
        if (direction !== "flat") expect(change).toMatch(/[1-9]/);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("a jump", () => {
  it.each([
    ["1", "1.1", false],
    ["1", "1.100001", true],
    ["1", "0.9", false],
    ["1", "0.899999", true],
    ["0.000084801645", "0.00009328", false],
    ["0.000084801645", "0.00009329", true],
    ["1", "1000", true],
  ])("from %s to %s: %s", (from, to, jump) => expect(isJump(new Decimal(from), new Decimal(to))).toBe(jump));

  it("is what shows a change of more than ten percent", () => {
    fc.assert(
      fc.property(positive, positive, (from, to) => {
        const percent = changeInPercent(from, to).abs();
        if (percent.gt("10.01")) expect(isJump(from, to)).toBe(true);
        if (percent.lt("9.99")) expect(isJump(from, to)).toBe(false);
      }),
    );
  });
});
