import { inLatin } from "../kernel/slug.ts";

/** A name as search and near spellings compare it: “ОДКБ” and “Odkb”, “Ак-Суу” and “ak suu” are the same. */
export const plainNameOf = (name: string): string =>
  inLatin(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .join(" ");

/** Does `typed` look for a sign that plain names do not have, such as “%”? */
export const looksForSign = (typed: string): boolean => /[^\p{L}\p{M}\p{N}\s\p{Pd}'’ʻʼ`.,]/u.test(typed);
