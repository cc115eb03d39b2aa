import type { ReactNode } from "react";
import type { Block, TableCell, Table as TableNode, TableRow } from "#newsroom/body/body";
import { inlineText } from "#newsroom/body/text";
import { inOrder } from "../in-order.ts";
import { Inline } from "./Inline.tsx";
import { look, type Setting } from "./setting.ts";
import styles from "./Table.module.css";

interface Props {
  table: TableNode;
  within: (blocks: Block[]) => ReactNode;
  setting: Setting;
}

const isHead = ({ content = [] }: TableRow): boolean => content.every(({ type }) => type === "tableHeader");

/** A table; too wide for its page, it scrolls within itself, by keyboard too. */
export function Table({ table, within, setting }: Props) {
  const rows = table.content.filter(({ content = [] }) => content.length > 0);
  const firstOfBody = rows.findIndex((row) => !isHead(row));
  const heads = firstOfBody === -1 ? [] : rows.slice(0, firstOfBody);
  const figures = figureColumns(rows.slice(heads.length));
  const caption = table.attrs?.caption;
  const id = setting.ids.get(table);
  const rowOf = (row: TableRow) => (
    <tr>
      {inOrder(
        (row.content ?? []).map((cell, column) =>
          cellOf(cell, { isInHead: heads.includes(row), isFigure: figures.has(column) }, within, setting),
        ),
      )}
    </tr>
  );
  const whole = (
    <table className={look(setting, styles.table)}>
      {caption && <caption id={id}>{caption}</caption>}
      {heads.length > 0 && <thead>{inOrder(heads.map(rowOf))}</thead>}
      <tbody>{inOrder(rows.slice(heads.length).map(rowOf))}</tbody>
    </table>
  );
  if (setting.medium === "feed") return whole;
  return (
    <section
      className={styles.box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      {...(caption ? { "aria-labelledby": id } : { "aria-label": setting.words.body.table })}
    >
      {whole}
    </section>
  );
}

const figure = /^[−–+-]?[$€£]?\d[\d\s.,:]*\s?(%|[$€£]|[A-Z]{3})?$/u;

/** Columns in which every row has a figure: they stand below each other by their last digit, their head above it. */
function figureColumns(rows: TableRow[]): Set<number> {
  const cells = rows.flatMap(({ content = [] }) => content);
  if (cells.some(({ attrs }) => (attrs?.colspan ?? 1) > 1 || (attrs?.rowspan ?? 1) > 1)) return new Set();
  const columns = (rows[0]?.content ?? []).map((_cell, column) => column);
  return new Set(columns.filter((column) => rows.every(({ content = [] }) => figure.test(lineOf(content[column])))));
}

const lineOf = (cell: TableCell | undefined): string => {
  const [only, ...more] = cell?.content ?? [];
  return only?.type === "paragraph" && more.length === 0 ? inlineText(only.content).trim() : "";
};

interface Standing {
  isInHead: boolean;
  isFigure: boolean;
}

function cellOf(
  cell: TableCell,
  { isInHead, isFigure }: Standing,
  within: Props["within"],
  setting: Setting,
): ReactNode {
  const { colspan = 1, rowspan = 1 } = cell.attrs ?? {};
  const [only, ...more] = cell.content;
  const isLine = only?.type === "paragraph" && more.length === 0;
  const content = isLine ? <Inline content={only.content ?? []} setting={setting} /> : within(cell.content);
  const shape = {
    className: isFigure ? look(setting, styles.figure) : undefined,
    ...(colspan > 1 && { colSpan: colspan }),
    ...(rowspan > 1 && { rowSpan: rowspan }),
  };
  // The empty corner of a table heads nothing.
  const isHeader = cell.type === "tableHeader" && !(isLine && inlineText(only.content).trim() === "");
  if (!isHeader) return <td {...shape}>{content}</td>;
  return (
    <th scope={isInHead ? "col" : "row"} {...shape}>
      {content}
    </th>
  );
}
