import type { List } from "./passage.ts";

type Attributes = Readonly<Record<string, string>>;
type Style = ReadonlyMap<string, string>;

/** The place of a paragraph in a list of Word, which has no lists in its HTML: `mso-list:l0 level2 lfo1`. */
export function wordItem(style: Style): { key: string; level: number } | null {
  const [, level, list] = /\blevel(\d+)\s+(lfo\d+)/.exec(style.get("mso-list") ?? "") ?? [];
  return level && list ? { key: list, level: Number(level) } : null;
}

/** Word for the web makes a list of its own for each item and says beside it how deep it is. */
export function wordOnlineItem(attributes: Attributes): { key: string; level: number } | null {
  const { "data-listid": key, "data-aria-level": level } = attributes;
  return key && level && /^\d+$/.test(level) ? { key, level: Number(level) } : null;
}

/** The bullet or number before an item, written as text. */
export const isWordMarker = (style: Style): boolean => style.get("mso-list") === "ignore";

/** Reads from the marker what kind of list it is. */
export function readMarker(list: List, marker: string): void {
  const [, number] = /^\s*\(?(\d+|\p{L}{1,5})[.)]/u.exec(marker) ?? [];
  list.ordered = number !== undefined;
  list.start = number === undefined ? 1 : countOf(number.toLowerCase());
}

/** Does the marker say more than a place in a row: “Article 5.”? */
export const hasWords = (marker: string): boolean => /\p{L}{2,}[^\p{L}\d]*(?:\d|\s\p{L})/u.test(marker);

const romans: readonly [string, number][] = [
  ["x", 10],
  ["ix", 9],
  ["v", 5],
  ["iv", 4],
  ["i", 1],
];
const alphabets = ["abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмнопрстуфхцчшщэюя"];

/** The place in its row of a number, a Roman number or a letter; 1 if it is none of these. */
function countOf(marker: string): number {
  if (/^\d+$/.test(marker)) return marker.length <= 5 ? Number(marker) : 1;
  if (/^x{0,3}(?:ix|iv|v?i{0,3})$/.test(marker)) return romanOf(marker);
  return alphabets.reduce((found, letters) => found || letters.indexOf(marker) + 1, 0) || 1;
}

function romanOf(marker: string): number {
  const [sign, value] = romans.find(([sign]) => marker.startsWith(sign)) ?? [];
  return sign && value ? value + romanOf(marker.slice(sign.length)) : 0;
}

/** What belongs to Word's machinery and not to the text: comments of reviewers, fields, hidden text. */
export const isWordMachinery = (attributes: Attributes, style: Style): boolean =>
  style.get("mso-hide") === "all" ||
  /^(?:comment|field-)/.test(style.get("mso-element") ?? "") ||
  /\b(?:MsoCommentReference|msocomanchor|msocomtxt)\b/i.test(attributes.class ?? "");

/** Words that somebody took out while a word processor tracked it: they are no longer in the text. */
export const isTrackedDeletion = (name: string, attributes: Attributes): boolean =>
  /\bmso(?:Del|MoveFrom)\b|\bTrackChange\w*Deletion/i.test(attributes.class ?? "") ||
  (name === "del" && /^mailto:/i.test(attributes.cite ?? ""));

/** Word processors put who made it into a document, and strike out with `<s>` what they do not track. */
export const isOfWordProcessor = (html: string): boolean =>
  /urn:schemas-microsoft-com:office:word|<meta name="?generator"? content="?(?:Microsoft Word|LibreOffice|OpenOffice)/i.test(
    html.slice(0, 20_000),
  );

export const isWordTitle = (attributes: Attributes): boolean => /\bMsoTitle/.test(attributes.class ?? "");
export const isWordQuote = (attributes: Attributes): boolean => /\bMso(?:Intense)?Quote/.test(attributes.class ?? "");
