export interface ComboboxOption {
  id: string;
  label: string;
  /** A word beside it: the kind of a tag, the part in a byline. */
  hint?: string;
}

export interface ShownOption extends ComboboxOption {
  /** Choosing it makes a new one of this name. */
  makes?: string;
}

/** Letters without their marks and in one case: "Ёлка" is found by "елка". */
const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLocaleLowerCase()
    .replace(/\s+/g, " ")
    .trim();

/**
 * What the list shows for what was typed: the one of exactly this name, then those that begin with it, then those
 * that hold it; at the end, if asked for and no name is the same, the offer to make one.
 */
export function optionsFor(options: readonly ComboboxOption[], typed: string, mayCreate: boolean): ShownOption[] {
  const wanted = plain(typed);
  const found = options
    .map((option) => ({ option, rank: rankOf(plain(option.label), wanted) }))
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => other.rank - one.rank)
    .map(({ option }) => option);
  const isThere = found.some((option) => plain(option.label) === wanted);
  if (!mayCreate || wanted === "" || isThere) return found;
  const name = typed.replace(/\s+/g, " ").trim();
  return [...found, { id: "new", label: name, makes: name }];
}

function rankOf(label: string, wanted: string): number {
  if (label === wanted) return 3;
  if (label.startsWith(wanted)) return 2;
  return label.includes(wanted) ? 1 : 0;
}

/** Two lists as one, each id once; the second list knows better. */
export const merged = (known: readonly ComboboxOption[], more: readonly ComboboxOption[]): ComboboxOption[] => [
  ...new Map([...known, ...more].map((option) => [option.id, option])).values(),
];
