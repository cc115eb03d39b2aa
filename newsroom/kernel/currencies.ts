/** The currencies of the strip, in its order. */
export const stripCurrencies = ["KGS", "KZT", "TJS", "UZS", "TMT"] as const;
export type StripCurrency = (typeof stripCurrencies)[number];

/** Currencies that the newsroom follows; each is told in dollars. */
export const ratedCurrencies = [...stripCurrencies, "EUR", "RUB"] as const;
export type RatedCurrency = (typeof ratedCurrencies)[number];

/** Currencies in which an amount may stand in a story; all but the dollar have a rate. */
export const moneyCurrencies = [...ratedCurrencies, "USD"] as const;

export const isRated = (currency: string): currency is RatedCurrency =>
  ratedCurrencies.some((rated) => rated === currency);
