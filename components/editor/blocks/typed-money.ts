import { moneyCurrencies } from "#newsroom/kernel/currencies";

type Currency = (typeof moneyCurrencies)[number];

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

/** How much a word after the digits says that they are: powers of ten, in the languages of the newsroom. */
const scales: readonly [RegExp, number][] = [
  [/^(?:тыс(?:яч\p{L}*)?|миң|мың|минг|ming|müň|thousand|k)\.?$/u, 3],
  [/^(?:млн|миллион\p{L}*|mln|million|mio|m)\.?$/u, 6],
  [/^(?:млрд|миллиард\p{L}*|mlrd|milliard|billion|bn)\.?$/u, 9],
  [/^(?:трлн|триллион\p{L}*|trln|trillion|tn)\.?$/u, 12],
];

const names: readonly [RegExp, Currency][] = [
  [/^(?:kgs|сом(?:а|ов|дон|го|ду)?|soms?)\.?$/u, "KGS"],
  [/^(?:kzt|₸|тенге|теңге|tenge|тг)\.?$/u, "KZT"],
  [/^(?:tjs|сомон[иӣ]|somoni)\.?$/u, "TJS"],
  [/^(?:uzs|сум(?:а|ов)?|сўм|so[ʻ‘’'`]m|sum)\.?$/u, "UZS"],
  [/^(?:tmt|манат(?:а|ов)?|manats?)\.?$/u, "TMT"],
  [/^(?:eur|€|евро|euros?)\.?$/u, "EUR"],
  [/^(?:rub|₽|руб(?:л\p{L}*)?|rou?bles?|rubles?)\.?$/u, "RUB"],
  [/^(?:usd|\$|долл(?:ар\p{L}*)?|dollars?)\.?$/u, "USD"],
];

/** What is typed as a sum is said: “5 млн сомов”, “$1.5 million”. Its currency is null where it names none; null if it is no sum. */
export function typedMoney(typed: string): { amount: string; currency: Currency | null } | null {
  const parts =
    typed
      .trim()
      .toLowerCase()
      .match(/[\d.,\s\u00a0\u202f’']*\d|[\p{L}ʻ‘’'`]+\.?|[^\s]/gu) ?? [];
  let digits: string | null = null;
  let zeros: number | null = null;
  let currency: Currency | null = null;
  for (const part of parts) {
    const scale = scales.find(([word]) => word.test(part))?.[1];
    const named = names.find(([word]) => word.test(part))?.[1];
    if (digits === null && /\d$/.test(part)) digits = part;
    else if (scale !== undefined && zeros === null && digits !== null) zeros = scale;
    else if (named !== undefined && currency === null) currency = named;
    else return null;
  }
  const amount = digits === null ? null : typedAmount(digits);
  const whole = amount === null ? null : timesTen(amount, zeros ?? 0);
  return whole === null ? null : { amount: whole, currency };
}

/** Moves the point, since money is not to pass through floating point. */
function timesTen(amount: string, zeros: number): string | null {
  const [whole = "", fraction = ""] = amount.split(".");
  const digits = (whole + fraction.slice(0, zeros).padEnd(zeros, "0")).replace(/^0+(?=\d)/, "");
  const rest = fraction.slice(zeros);
  if (digits.length > 15) return null;
  return rest ? `${digits}.${rest}` : digits;
}

/** The currencies with the names under which an editor knows them. */
export const currencyOptions = (codes: readonly string[] = moneyCurrencies) =>
  codes.map((value) => ({
    value,
    label: `${value} (${new Intl.DisplayNames("en", { type: "currency" }).of(value) ?? value})`,
  }));
