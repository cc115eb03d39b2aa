import { z } from "zod";

const slugLength = 80;

/** What may stand in an address: lower-case Latin letters, digits and single hyphens. */
export const Slug = z
  .string()
  .max(slugLength)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "An address has small letters, digits and hyphens only.");

const letters: Record<string, string> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ё: "yo",
  ж: "zh",
  з: "z",
  и: "i",
  й: "y",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
  ә: "a",
  ғ: "gh",
  қ: "q",
  ң: "ng",
  ө: "o",
  ұ: "u",
  ү: "u",
  һ: "h",
  і: "i",
  ӣ: "i",
  ҷ: "j",
  ҳ: "h",
  ӯ: "u",
  ў: "o",
  ß: "ss",
  æ: "ae",
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
  ŋ: "ng",
  ə: "a",
};

/** Small letters, Cyrillic ones in Latin by the table, all without their marks; other alphabets stay what they are. */
export const inLatin = (text: string): string =>
  [...text.toLowerCase().normalize("NFC")]
    .map((letter) => letters[letter] ?? letter.normalize("NFD").replace(/\p{M}+/gu, ""))
    .join("")
    .replace(/['’ʻʼ`]/g, "");

/** The slug that a headline suggests: transliterated by table, at most 80 characters, cut at a word; null if no letter remains. */
export function slugOf(headline: string): string | null {
  const words = inLatin(headline)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  let slug = "";
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word.slice(0, slugLength);
    if (longer.length > slugLength) break;
    slug = longer;
  }
  return slug || null;
}

/** The first of `wanted`, `wanted-2`, `wanted-3`, … that is not taken, within the length of a slug. */
export function freeSlug(wanted: string, isTaken: (slug: string) => boolean): string {
  if (!isTaken(wanted)) return wanted;
  for (let n = 2; ; n++) {
    const ending = `-${n}`;
    const slug = `${wanted.slice(0, slugLength - ending.length).replace(/-+$/, "")}${ending}`;
    if (!isTaken(slug)) return slug;
  }
}
