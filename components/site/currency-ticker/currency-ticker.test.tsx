import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { TickerRate } from "#newsroom/rates/schema";
import { CurrencyTicker } from "./CurrencyTicker.tsx";

const som: TickerRate = {
  pair: "KGS/USD",
  currency: "KGS",
  value: "0.01143",
  change: "+0.12%",
  direction: "up",
  effectiveDate: "2026-05-24",
  stale: false,
  source: "National Bank",
};
const html = (rates: TickerRate[] | null) =>
  renderToStaticMarkup(<CurrencyTicker rates={rates} paper={{ language: "en" }} />);
const text = (rates: TickerRate[]) =>
  html(rates)
    .replaceAll(/<[^>]*>/g, "")
    .trim();

test("a rate reads as pair, value, change and date", () => {
  expect(text([som])).toBe("KGS/USD 0.01143 ▲ +0.12% as of 24 May");
});

test("a stale rate says since when, and is marked for the eye", () => {
  expect(text([{ ...som, stale: true }])).toContain("not updated since 24 May");
  expect(html([{ ...som, stale: true }])).toContain('data-stale="true"');
  expect(html([som])).not.toContain("data-stale");
});

test("without a previous date there is no change to tell", () => {
  expect(text([{ ...som, change: null, direction: null }])).toBe("KGS/USD 0.01143   as of 24 May");
});

test("the page carries each rate once, in one labelled list", () => {
  const page = html([som, { ...som, pair: "TMT/USD" }]);
  expect(page.match(/<ul[^>]*aria-label=/g)).toHaveLength(1);
  expect(page.match(/KGS\/USD<\/span>/g)).toHaveLength(1);
});

test("no rates are said calmly", () => {
  expect(html(null)).toContain("Rates are not available now");
  expect(html([])).toContain("Rates are not available now");
});
