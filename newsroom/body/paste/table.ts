import { inlineNodes } from "./inline-nodes.ts";
import type { Passage, PastedNode } from "./passage.ts";

export interface Cell {
  isHeader: boolean;
  /** Columns and rows that it covers. */
  columns: number;
  rows: number;
  passages: Passage[];
}

/** A cell that claims more than this is padded no further; its text stays. */
const widest = 60;

/** A table of equal rows, or a paragraph for each row where there are no tables. */
export function tableOf(
  rows: readonly Cell[][],
  blocksOf: (passages: readonly Passage[]) => PastedNode[],
  { tables }: { tables: boolean },
): PastedNode[] {
  const grid = spread(rows).filter((row) => row.some((cell) => cell !== null && hasText(cell)));
  if (!tables) return grid.map(rowParagraph);
  const width = Math.max(0, ...grid.map((row) => row.length));
  const isHeaded = isHeadRow(grid[0] ?? []);
  if (grid.length === 0) return [];
  return [
    {
      type: "table",
      content: grid.map((row, at) => ({
        type: "tableRow",
        content: Array.from({ length: width }, (_, column) =>
          cellNode(row[column] ?? null, isHeaded && at === 0, blocksOf),
        ),
      })),
    },
  ];
}

/** Readers' tables are plain grids: a cell over several columns or rows is followed by empty ones. */
function spread(rows: readonly Cell[][]): (Cell | null)[][] {
  const taken: number[] = [];
  return rows.map((row) => {
    const line: (Cell | null)[] = [];
    const skip = () => {
      while ((taken[line.length] ?? 0) > 0) {
        taken[line.length] = (taken[line.length] ?? 0) - 1;
        line.push(null);
      }
    };
    for (const cell of row) {
      skip();
      const columns = Math.min(Math.max(cell.columns, 1), Math.max(1, widest - line.length));
      for (let n = 0; n < columns; n++) {
        taken[line.length] = Math.max(cell.rows - 1, 0);
        line.push(n === 0 ? cell : null);
      }
    }
    skip();
    return line;
  });
}

const hasText = ({ passages }: Cell): boolean => passages.some(({ inline }) => inline.length > 0);

/** The first row names the columns if its source says so, or writes each of them bold. */
const isHeadRow = (row: readonly (Cell | null)[]): boolean =>
  row.every((cell) => cell === null || cell.isHeader || !hasText(cell) || isBold(cell)) &&
  row.some((cell) => cell !== null && hasText(cell));

const isBold = ({ passages }: Cell): boolean =>
  passages.every(({ inline }) =>
    inline.every((part) => part === "break" || part.marks.some(({ type }) => type === "bold")),
  );

function cellNode(
  cell: Cell | null,
  isHead: boolean,
  blocksOf: (passages: readonly Passage[]) => PastedNode[],
): PastedNode {
  const isHeader = isHead || cell?.isHeader === true;
  const content = blocksOf((cell?.passages ?? []).map((passage) => (isHeader ? withoutBold(passage) : passage)));
  return {
    type: isHeader ? "tableHeader" : "tableCell",
    content: content.length > 0 ? content : [{ type: "paragraph" }],
  };
}

/** A header is bold by itself. */
const withoutBold = (passage: Passage): Passage => ({
  ...passage,
  inline: passage.inline.map((part) =>
    part === "break" ? part : { ...part, marks: part.marks.filter(({ type }) => type !== "bold") },
  ),
});

function rowParagraph(row: readonly (Cell | null)[]): PastedNode {
  const cells = row.map((cell) =>
    (cell?.passages ?? [])
      .filter(({ inline }) => inline.length > 0)
      .flatMap(({ inline }, at) => [
        ...(at > 0 ? [{ type: "text", text: " " }] : []),
        ...inlineNodes(inline).map((node) => (node.type === "hardBreak" ? { type: "text", text: " " } : node)),
      ]),
  );
  return {
    type: "paragraph",
    content: cells.flatMap((cell, at) => (at > 0 ? [{ type: "text", text: " | " }, ...cell] : cell)),
  };
}
