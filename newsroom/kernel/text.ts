import { z } from "zod";

/** Postgres refuses NUL, and lone surrogates are no text at all. */
export const isStorableText = (text: string): boolean => text.isWellFormed() && !text.includes("\u0000");

const storable = z.string().refine(isStorableText, "This contains a character that cannot be stored.");

/** One line of text of at most `max` characters, trimmed; line breaks become spaces. */
export const line = (max: number) =>
  storable
    .transform((text) => text.replace(/\s+/g, " ").trim().normalize("NFC"))
    .pipe(z.string().max(max, `Please keep this under ${max} characters.`));

/** Text of several lines, at most `max` characters. */
export const lines = (max: number) =>
  storable
    .transform((text) => text.trim().normalize("NFC"))
    .pipe(z.string().max(max, `Please keep this under ${max} characters.`));
