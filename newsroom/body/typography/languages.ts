/** Signs before and after a quotation, with the spaces that belong to them. */
export type Pair = readonly [open: string, close: string];

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
  /** Words that begin with an apostrophe. */
  elided?: RegExp;
  /** No spaces stand between words: where a quotation opens only what is open already tells. */
  isSpaceless?: boolean;
}

const english: Typography = {
  double: ["“", "”"],
  inner: null,
  single: ["‘", "’"],
  dash: "–",
  tightDash: "—",
};
const curly: Typography = { ...english, tightDash: " – " };
const russian: Typography = { double: ["«", "»"], inner: ["„", "“"], single: null, dash: "—", tightDash: " — " };
const guillemets: Typography = { ...russian, inner: ["“", "”"], dash: "–", tightDash: " – " };
const pointed: Typography = { ...guillemets, inner: ["‹", "›"] };
const german: Typography = { ...curly, double: ["„", "“"], single: ["‚", "‘"] };
const low: Typography = { ...curly, double: ["„", "”"], inner: ["«", "»"], single: null };
const nordic: Typography = { ...curly, double: ["”", "”"], single: ["’", "’"] };
const french: Typography = { ...guillemets, double: ["«\u202f", "\u202f»"] };
const corners: Typography = { ...english, double: ["「", "」"], single: ["『", "』"], dash: "—", isSpaceless: true };

const alike = (languages: string, typography: Typography): Record<string, Typography> =>
  Object.fromEntries(languages.split(" ").map((language) => [language, typography]));

/** By language, or by language and script or region. The usual signs as CLDR has them, but where newspapers write others. */
const byLanguage: Readonly<Record<string, Typography>> = {
  en: { ...english, elided: /^(?:\d0s|tis|twas|em|til|n)$/i },
  ...alike("ru uk be ky tg tt ba cv kaa uz-cyrl", russian),
  kk: { ...russian, inner: ["“", "”"] },
  // Oʻ and gʻ are letters of their own in Uzbek.
  uz: { ...english, dash: "—", tightDash: " — ", letters: /[oOgG]$/ },
  tr: { ...english, tightDash: "–" },
  ...alike("az tk mn pt da lv ko vi id ms hi ur sw af ga", curly),
  nl: { ...curly, elided: /^[stnkm]$/i },
  ...alike("it el hy sq ca eu gl ps ku pt-pt", guillemets),
  es: { ...guillemets, dash: "—", tightDash: "—" },
  ...alike("es-419 es-ar es-bo es-cl es-co es-cr es-cu es-do es-ec es-gt es-hn es-mx es-ni es-pa es-pe", curly),
  ...alike("es-pr es-py es-sv es-us es-uy es-ve", curly),
  ...alike("fa ug fr-ch it-ch de-ch de-li", pointed),
  ...alike("fr", french),
  ...alike("de cs sk sl hr sr", german),
  ...alike("lt bg mk", { ...german, single: null }),
  ...alike("pl ro", low),
  hu: { ...low, inner: ["»", "«"] },
  et: { ...low, double: ["„", "“"] },
  ka: { ...low, double: ["„", "“"], inner: ["“", "”"] },
  bs: { ...low, inner: null, single: ["‘", "’"] },
  ...alike("sv fi", nordic),
  ...alike("nb nn no", { ...guillemets, inner: ["‘", "’"] }),
  ar: { ...curly, double: ["”", "“"], single: ["’", "‘"] },
  ...alike("zh th", { ...english, dash: "—", tightDash: "——", isSpaceless: true }),
  ...alike("ja zh-hant zh-tw zh-hk", corners),
};

/** The rules of a language (BCP 47); null for one that is not known here: what is typed stays. */
export function typographyOf(language: string): Typography | null {
  const [primary = "", ...subtags] = language.toLowerCase().split("-");
  const names = [...subtags.map((subtag) => `${primary}-${subtag}`), primary];
  const known = names.find((name) => Object.hasOwn(byLanguage, name));
  return known === undefined ? null : (byLanguage[known] ?? null);
}

/** Marks for a quotation that stands in so many others. */
export function quotationMarks(language: string, depth: number): Pair {
  const { double, inner, single } = typographyOf(language) ?? english;
  return depth % 2 === 0 ? double : (inner ?? single ?? double);
}
