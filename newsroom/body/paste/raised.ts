/** Above or below the line. */
export type Shift = "super" | "sub";

type Attributes = ReadonlyMap<string, string>;

/** Does this element set its text above or below the line? Null if it says nothing about it. */
export function shiftOf(name: string, style: Attributes): Shift | null {
  if (name === "sup" || name === "sub") return name === "sup" ? "super" : "sub";
  const align = style.get("vertical-align");
  if (align === "super" || align === "sub") return align;
  const raise = Number.parseFloat(style.get("mso-text-raise") ?? "");
  return raise > 0 ? "super" : raise < 0 ? "sub" : null;
}

const signs = (plain: string, shifted: string): ReadonlyMap<string, string> =>
  new Map([...plain].map((sign, at) => [sign, [...shifted][at] ?? sign]));

const shifted: Readonly<Record<Shift, ReadonlyMap<string, string>>> = {
  super: signs("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ"),
  sub: signs("0123456789+-−=()nix", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙᵢₓ"),
};

/**
 * Text that stood above or below the line, on it: 10⁶, CO₂, and 10^(2y) where a sign has no such form. What makes no other number of
 * the one before it stays: 1st, [1].
 */
export function onTheLine(text: string, shift: Shift, before: string): string {
  if (before === "[" || /^\s*\[/.test(text)) return text;
  const signs = [...text].map((sign) => shifted[shift].get(sign) ?? (/[\s,;:.*/⁄–—]/.test(sign) ? sign : null));
  if (signs.every((sign) => sign !== null)) return signs.join("");
  const words = text.trim();
  const isPower = /\d/.test(words) || (/^[xkmjyz]$/i.test(words) && /\d/.test(before));
  if (!isPower) return text;
  const sign = shift === "super" ? "^" : "_";
  return text.replace(words, () => sign + ([...words].length > 1 ? `(${words})` : words));
}
