import { Decimal } from "decimal.js";
import { changeInPercent } from "./money.ts";
import type { TickerRate } from "./schema.ts";

const minus = "\u2212";

/** Five decimals; where these leave fewer than three significant digits, as many as three need: 0.01143, 0.0000848. */
export function formatValue(dollars: Decimal): string {
  const five = dollars.toDecimalPlaces(5);
  if (five.gte("0.001")) return five.toFixed(5);
  const three = dollars.toSignificantDigits(3);
  return three.toFixed(2 - three.e);
}

/** Rounded first and signed then, so nothing is ever "−0.00%". */
export function formatChange(from: Decimal, to: Decimal): Required<Pick<TickerRate, "change" | "direction">> {
  const percent = changeInPercent(from, to);
  if (percent.isZero()) return { change: "0.00%", direction: "flat" };
  const size = `${percent.abs().toFixed(2)}%`;
  return percent.gt(0) ? { change: `+${size}`, direction: "up" } : { change: `${minus}${size}`, direction: "down" };
}

/** An amount as it was written, its digits grouped as the language does: "1,250.50 KGS", "$40". */
export function formatMoney(amount: string, currency: string, language: string): string {
  const digits = amount.split(".")[1]?.length ?? 0;
  const shape = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const exact = amount as Intl.StringNumericLiteral;
  if (currency === "USD") return new Intl.NumberFormat(language, { ...dollarSign, ...shape }).format(exact);
  return `${new Intl.NumberFormat(language, shape).format(exact)}\u00a0${currency}`;
}

const dollarSign = { style: "currency", currency: "USD", currencyDisplay: "narrowSymbol" } as const;

/** What an amount is in dollars, as exact as a reader needs it: "$0.0023", "$0.46", "$1,143", "$1,140,000". */
export function formatDollars(amount: string, dollarsPerUnit: string, language: string): string {
  const dollars = new Decimal(amount).times(dollarsPerUnit);
  const places =
    dollars.toDecimalPlaces(2).gte(1_000) || dollars.isZero()
      ? 0
      : dollars.gte("0.01")
        ? 2
        : Math.min(20, 1 - dollars.e);
  // Nobody's rate is known to more than four digits.
  const shown = dollars.gte(100_000) ? dollars.toSignificantDigits(4) : dollars;
  return new Intl.NumberFormat(language, {
    ...dollarSign,
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  }).format(shown.toFixed(places) as Intl.StringNumericLiteral);
}
