import { expect, it } from "vitest";
import { parseSettings } from "#lib/env";
import { currencyApiAddresses } from "./currency-api.ts";

it("has its fall-back beside the address that is set by default, and beside no other", () => {
  const { RATES_URL } = parseSettings({});
  expect(currencyApiAddresses(RATES_URL)).toEqual([
    RATES_URL,
    "https://latest.currency-api.pages.dev/v1/currencies/usd.json",
  ]);
  expect(currencyApiAddresses("http://rates.internal/usd.json")).toEqual(["http://rates.internal/usd.json"]);
});
