import type { Container, Passage } from "./passage.ts";
import { type Place, passageWriter } from "./passage-writer.ts";
import { typedItem } from "./typed-item.ts";

/**
 * Rows of cells as a spreadsheet writes them without HTML: at least two lines with the same number of tabs. One tab alone may stand
 * before a paragraph, or after the bullet or number of a list.
 */
export function looksLikeCells(text: string): boolean {
  const lines = linesOf(text);
  const tabs = lines.map((line) => line.split("\t").length - 1);
  return lines.length > 1 && (tabs[0] ?? 0) > 0 && tabs.every((count) => count === tabs[0]) && !areIndented(lines);
}

const areIndented = (lines: readonly string[]): boolean =>
  lines.every((line) => /^\t[^\t]*$/.test(line)) || lines.every((line) => typedItem.exec(line)?.[0].endsWith("\t"));

const linesOf = (text: string): string[] => text.replace(/\r\n?/g, "\n").replace(/\n+$/, "").split("\n");

export function cellPassages(text: string): Passage[] {
  const writer = passageWriter();
  const table: Container = { is: "table", isLayout: false };
  for (const line of linesOf(text)) {
    const row: Container = { is: "row" };
    for (const words of line.split("\t")) {
      const within: Container[] = [table, row, { is: "cell", isHeader: false, columns: 1, rows: 1 }];
      const place: Place = { kind: "paragraph", level: 2, within };
      const before = writer.passages.length;
      writer.text(words, [], place);
      writer.end(place);
      if (writer.passages.length === before) writer.emptyCell(within);
    }
  }
  return writer.passages;
}
