import type { FetchOutside } from "#lib/fetch/client";
import { FetchFailed } from "#lib/fetch/client";
import { dollarsPerUnit } from "../money.ts";
import { CurrencyApiFile, currencies } from "../schema.ts";
import { type Conditional, type RateSource, type SourceAnswer, SourceFailed } from "./source.ts";

const publicAddress = "https://cdn.jsdelivr.net/npm/@fawazahmed0/currency-api@latest/v1/currencies/usd.json";
const fallBack = "https://latest.currency-api.pages.dev/v1/currencies/usd.json";

// The file has 7.5 KB.
const maxBytes = 256 * 1024;

/** Where the currency-api is asked, in order. Its own fall-back stands in for the public address only, never for an operator's. */
export const currencyApiAddresses = (ratesUrl: string): string[] =>
  ratesUrl === publicAddress ? [publicAddress, fallBack] : [ratesUrl];

/** The public currency-api (CC0): one JSON file a day with units per dollar. */
export function currencyApi(addresses: readonly string[], fetchOutside: FetchOutside): RateSource {
  return {
    name: "currency-api",
    async fetch(conditional) {
      const [first, ...others] = addresses;
      if (first === undefined) throw new SourceFailed("No address is set.");
      try {
        return await ask(fetchOutside, first, conditional);
      } catch (failure) {
        if (!(failure instanceof FetchFailed || failure instanceof SourceFailed)) throw failure;
        for (const address of others) {
          const answer = await ask(fetchOutside, address, { etag: null, lastModified: null }).catch(() => null);
          // Validators of one address mean nothing to another.
          if (answer && answer !== "unchanged") return { ...answer, etag: null, lastModified: null };
        }
        throw failure;
      }
    },
  };
}

async function ask(fetchOutside: FetchOutside, address: string, conditional: Conditional) {
  const answer = await fetchOutside(address, { maxBytes, accept: "application/json", ...conditional });
  if (answer.kind !== "body") return "unchanged" as const;
  return { ...ratesIn(answer.body), etag: answer.etag, lastModified: answer.lastModified };
}

function ratesIn(body: Buffer): Omit<SourceAnswer, keyof Conditional> {
  const file = CurrencyApiFile.safeParse(jsonOf(body));
  if (!file.success) throw new SourceFailed("The answer is not what this source publishes.");
  const { date, usd } = file.data;
  const quotes = currencies.map((currency) => ({ currency, dollars: dollarsPerUnit(usd[currency.toLowerCase()]) }));
  const rates = quotes.flatMap(({ currency, dollars }) => (dollars ? { currency, rate: dollars.toFixed() } : []));
  if (rates.length === 0) throw new SourceFailed("The answer has no usable value.");
  return {
    effectiveDate: date,
    rates,
    unusable: quotes.flatMap(({ currency, dollars }) => (dollars ? [] : currency)),
  };
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
