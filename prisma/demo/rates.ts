import type { Currency } from "#newsroom/rates/schema";

/** What the public currency-api said on that day (@fawazahmed0/currency-api 2026.9.29, CC0): units of each currency per dollar. */
export const recordedRates = {
  effectiveDate: "2026-09-29",
  unitsPerDollar: {
    KGS: "87.45712429",
    KZT: "441.23394101",
    TJS: "9.23251007",
    UZS: "11792.22406441",
    TMT: "3.49982316",
    EUR: "0.88022588",
    RUB: "84.50846439",
  },
} satisfies { effectiveDate: string; unitsPerDollar: Record<Currency, string> };
