import { moneyCurrencies } from "#newsroom/kernel/currencies";

/** An amount as people type it ("1 250,50", "1,250.50") in the form that is stored ("1250.50"); null if it is none. */
export function typedAmount(typed: string): string | null {
  const text = typed.replace(/[\s\u00a0\u202f’']/g, "");
  const [, whole = "", fraction = ""] =
    /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,6}))?$/.exec(text) ??
    /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,6}))?$/.exec(text) ??
    [];
  const digits = whole.replace(/[.,]/g, "").replace(/^0+(?=\d)/, "");
  if (digits === "" || digits.length > 15) return null;
  return fraction ? `${digits}.${fraction}` : digits;
}

/** The currencies with the names under which an editor knows them. */
export const currencyOptions = (codes: readonly string[] = moneyCurrencies) =>
  codes.map((value) => ({
    value,
    label: `${value} (${new Intl.DisplayNames("en", { type: "currency" }).of(value) ?? value})`,
  }));
