export interface ComboboxOption {
  id: string;
  label: string;
  /** A word beside it: the kind of a tag, the part in a byline. */
  hint?: string;
  /** Another name, by which it was found. */
  also?: string;
  /** What was typed when it was found by more than its label; it may be near only. */
  foundFor?: string;
  isNear?: boolean;
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
 * that hold it or were found by it otherwise, then those that are near; at the end, if asked for and no name is the same,
 * the offer to make one.
 */
export function optionsFor(options: readonly ComboboxOption[], typed: string, mayCreate: boolean): ShownOption[] {
  const wanted = plain(typed);
  const found = options
    .map((option) => ({ option, rank: rankOf(option, wanted) }))
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => other.rank - one.rank)
    .map(({ option }) => option);
  const isThere = found.some(({ label, also }) => plain(label) === wanted || (also && plain(also) === wanted));
  if (!mayCreate || wanted === "" || isThere) return found;
  const name = typed.replace(/\s+/g, " ").trim();
  return [...found, { id: "new", label: name, makes: name }];
}

function rankOf({ label, foundFor, isNear }: ComboboxOption, wanted: string): number {
  const name = plain(label);
  if (name === wanted) return 4;
  if (name.startsWith(wanted)) return 3;
  if (name.includes(wanted)) return 2;
  if (foundFor === undefined || !plain(foundFor).startsWith(wanted)) return 0;
  return isNear ? 1 : 2;
}

/** Two lists as one, each id once; the second list knows better. */
export const merged = (known: readonly ComboboxOption[], more: readonly ComboboxOption[]): ComboboxOption[] => [
  ...new Map([...known, ...more].map((option) => [option.id, option])).values(),
];
