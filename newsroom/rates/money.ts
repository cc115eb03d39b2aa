import { Decimal } from "decimal.js";

/** Digits after the point that the database keeps: eight significant ones for the smallest of our currencies (a sum of Uzbekistan). */
const storedDecimals = 12;
const storedLimit = new Decimal(10).pow(12);

/** Turns "units per dollar", as sources quote, into dollars per unit; null for anything that cannot be a rate. */
export function dollarsPerUnit(unitsPerDollar: unknown): Decimal | null {
  if (typeof unitsPerDollar !== "number" || !Number.isFinite(unitsPerDollar) || unitsPerDollar <= 0) return null;
  const dollars = new Decimal(1).div(unitsPerDollar).toDecimalPlaces(storedDecimals);
  return dollars.gt(0) && dollars.lt(storedLimit) ? dollars : null;
}

/** The change in percent, rounded as it is shown. */
export const changeInPercent = (from: Decimal, to: Decimal): Decimal =>
  to.minus(from).div(from).times(100).toDecimalPlaces(2);

/** Is the step from the last accepted value so large that a person has to look at it? */
export const isJump = (from: Decimal, to: Decimal): boolean => to.minus(from).abs().div(from).gt("0.1");
