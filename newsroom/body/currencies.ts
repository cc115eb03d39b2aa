import { isRated, type RatedCurrency, type StripCurrency } from "../kernel/currencies.ts";
import type { Body, BodyNode } from "./body.ts";

/** The currencies whose rates a body shows: those of its amounts, of frozen boxes and of live ones. */
export interface CurrenciesOfBody {
  money: RatedCurrency[];
  frozen: StripCurrency[];
  live: StripCurrency[];
}

export function currenciesOf(body: Body): CurrenciesOfBody {
  const found = { money: new Set<RatedCurrency>(), frozen: new Set<StripCurrency>(), live: new Set<StripCurrency>() };
  const waiting: BodyNode[] = body.content.toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === "money" && isRated(node.attrs.currency)) found.money.add(node.attrs.currency);
    else if (node.type === "rateBox") found[node.attrs.mode].add(node.attrs.currency);
    if ("content" in node && node.content) waiting.push(...node.content.toReversed());
  }
  return { money: [...found.money], frozen: [...found.frozen], live: [...found.live] };
}
