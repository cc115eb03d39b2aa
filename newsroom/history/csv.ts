import type { TrailEntry } from "./schema.ts";

const head = ["at", "who", "type", "what", "about", "id"];

/**
 * A cell of a CSV file (RFC 4180). A spreadsheet would carry out what begins with one of these signs: such a cell begins with an apostrophe.
 */
export function cell(value: string): string {
  const harmless = /^(?:\s*[=+\-@]|[\t\r\n])/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export const csvHead = (): string => `${head.join(",")}\r\n`;

export const csvRow = ({ at, who, type, words, about, subject }: TrailEntry): string =>
  `${[at.toISOString(), who, type, words, about?.name ?? "", subject ?? ""].map(cell).join(",")}\r\n`;
