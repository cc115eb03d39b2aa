import { money } from "./nodes/money.ts";

/** Attributes that hold what people write, and read. */
export const writtenAttributes: ReadonlySet<string> = new Set([
  "caption",
  "altText",
  "credit",
  "title",
  "amount",
  "currency",
]);

/** What an attribute of a block says; empty for one that nobody writes. Half of an amount says nothing, so it is the whole one. */
export function writtenWords(block: string, attributes: Record<string, unknown>, name: string): string {
  if (!writtenAttributes.has(name)) return "";
  if (block === money.extension.name) return money.words(attributes);
  return String(attributes[name] ?? "").trim();
}

/** What all attributes of a block say. */
export const allWritten = (block: string, attributes: Record<string, unknown>): string =>
  [...new Set([...writtenAttributes].map((name) => writtenWords(block, attributes, name)))].filter(Boolean).join(" ");
