import type { Words } from "../words.ts";

interface Shown {
  from: number;
  to: number;
  total: number;
}

/** What part of a listing a page shows: "Viewing results 1–4 of 4". */
export function listingLine(
  { from, to, total }: Shown,
  words: Words,
  language: string,
  nothing: string = words.nothingYet,
): string {
  const number = (n: number) => n.toLocaleString(language);
  if (total === 0) return nothing;
  if (from === to) return words.viewingOne(number(from), number(total));
  return words.viewing(number(from), number(to), number(total));
}

/** The address of one page of a listing; the first has no parameter, so that each page has one address. */
export const pageAddress = (path: string, page: number): string =>
  page === 1 ? path : `${path}${path.includes("?") ? "&" : "?"}page=${page}`;

/** Page numbers to offer: the ends, the current one and its neighbours; null stands for a gap of several. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages);
  return shown.flatMap((n, i) => {
    const before = shown[i - 1] ?? n - 1;
    if (n - before === 2) return [n - 1, n];
    return n - before > 2 ? [null, n] : [n];
  });
}
