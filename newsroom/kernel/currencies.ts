/** Currencies that the newsroom follows, in the order of the strip; each is told in dollars. */
export const ratedCurrencies = ["KGS", "KZT", "TJS", "UZS", "TMT"] as const;
export type RatedCurrency = (typeof ratedCurrencies)[number];

/** Currencies in which an amount may stand in a story. Those without a rate here are shown as they are. */
export const moneyCurrencies = [...ratedCurrencies, "USD", "EUR", "RUB"] as const;

export const isRated = (currency: string): currency is RatedCurrency =>
  ratedCurrencies.some((rated) => rated === currency);
