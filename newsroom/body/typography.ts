type Pair = readonly [open: string, close: string];

/** How a language writes what a keyboard cannot. */
export interface Typography {
  double: Pair;
  /** For a quotation within one, where the same key writes it. */
  inner: Pair | null;
  single: Pair | null;
  /** Stands between words with a space on each side. */
  dash: string;
  /** What two hyphens without spaces become. */
  tightDash: string;
  /** Letters that an apostrophe makes another letter of. */
  letters?: RegExp;
}

const guillemets: Typography = {
  double: ["«", "»"],
  inner: ["„", "“"],
  single: null,
  dash: "—",
  tightDash: " — ",
};

const english: Typography = { double: ["“", "”"], inner: null, single: ["‘", "’"], dash: "–", tightDash: "—" };

const byLanguage: Readonly<Record<string, Typography>> = {
  en: english,
  ru: guillemets,
  uk: guillemets,
  be: guillemets,
  ky: guillemets,
  kk: { ...guillemets, inner: ["“", "”"] },
  tg: guillemets,
  "uz-cyrl": guillemets,
  // Oʻ and gʻ are letters of their own in Uzbek.
  uz: { ...english, dash: "—", tightDash: " — ", letters: /[oOgG]$/ },
  tr: { ...english, tightDash: "–" },
  de: { double: ["„", "“"], inner: null, single: ["‚", "‘"], dash: "–", tightDash: " – " },
};

/** The rules of a language (BCP 47); null for one that is not known here: what is typed stays. */
export function typographyOf(language: string): Typography | null {
  const [primary = "", ...subtags] = language.toLowerCase().split("-");
  const script = subtags.find((subtag) => subtag.length === 4);
  const key = [`${primary}-${script}`, primary].find((name) => Object.hasOwn(byLanguage, name));
  return key === undefined ? null : (byLanguage[key] ?? null);
}

interface Change {
  /** Characters before the cursor that go. */
  remove: number;
  insert: string;
}

/**
 * What a typed character becomes after the text before it in its paragraph, line breaks as `\n`.
 * Null if it stays as it is, as everything does in an address.
 */
export function typographicChange(before: string, typed: string, rules: Typography): Change | null {
  if (/(?:^|\s)(?:\S{0,2000}:\/\/|www\.)\S{0,2000}$/.test(before.slice(-2_500))) return null;
  const insert = typed === '"' ? doubleQuote(before, rules) : typed === "'" ? singleQuote(before, rules) : null;
  if (insert !== null) return { remove: 0, insert };
  if (typed === "." && /(?:^|[^.…])\.\.$/.test(before)) return { remove: 2, insert: "…" };
  return typed === " " ? spacedDash(before, rules) : tightDash(before, typed, rules);
}

function opens(before: string, { double, inner, single }: Typography): boolean {
  const last = before.at(-1);
  return (
    last === undefined || /[\s([{<—–\-/"']/.test(last) || [double, inner, single].some((pair) => pair?.[0] === last)
  );
}

const isOpen = (before: string, [open, close]: Pair): boolean => before.lastIndexOf(open) > before.lastIndexOf(close);

function doubleQuote(before: string, rules: Typography): string | null {
  const { double, inner } = rules;
  const isWithin = depthOf(before, double) > 0;
  if (opens(before, rules)) return isWithin && inner !== null ? inner[0] : double[0];
  if (inner !== null && isWithin && isOpen(before, inner)) return inner[1];
  // Inches, and what was opened by a straight mark.
  return isWithin ? double[1] : null;
}

const depthOf = (text: string, [open, close]: Pair): number => text.split(open).length - text.split(close).length;

function singleQuote(before: string, rules: Typography): string | null {
  const { single, letters } = rules;
  if (letters?.test(before)) return "ʻ";
  const isClosing = single !== null && isOpen(before, single);
  if (/[\p{L}\p{N}]$/u.test(before)) return isClosing ? single[1] : "’";
  if (single === null) return null;
  if (opens(before, rules)) return single[0];
  return isClosing ? single[1] : null;
}

/** A hyphen between spaces, or two at the beginning of a line of speech. */
function spacedDash(before: string, { dash }: Typography): Change | null {
  const [, hyphens] = /(?:[^\s-][ \u00a0]|^-|\n)(-{1,2})$/.exec(before) ?? [];
  if (hyphens === undefined) return null;
  const remove = before === "--" ? 2 : hyphens.length;
  return { remove, insert: `${dash} ` };
}

function tightDash(before: string, typed: string, rules: Typography): Change | null {
  const [, left, hyphens] = /([^\s-])(-{2,3})$/.exec(before) ?? [];
  if (left === undefined || hyphens === undefined || !/[\p{L}\p{N}«„“‘]/u.test(typed)) return null;
  const isRange = /\d/.test(left) && /\d/.test(typed);
  return { remove: hyphens.length, insert: (isRange ? "–" : rules.tightDash) + typed };
}
