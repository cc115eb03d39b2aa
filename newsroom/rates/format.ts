import type { Decimal } from "decimal.js";
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
