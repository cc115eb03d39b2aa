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
  const caption = table.attrs?.caption;
  const id = setting.ids.get(table);
  const rowOf = (row: TableRow) => (
    <tr>{inOrder((row.content ?? []).map((cell) => cellOf(cell, heads.includes(row), within, setting)))}</tr>
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

const isFigure = (text: string): boolean => /^[−–+-]?[$€£]?\d[\d\s.,:]*\s?(%|[$€£]|[A-Z]{3})?$/u.test(text.trim());

function cellOf(cell: TableCell, isInHead: boolean, within: Props["within"], setting: Setting): ReactNode {
  const { colspan = 1, rowspan = 1 } = cell.attrs ?? {};
  const [only, ...more] = cell.content;
  const isLine = only?.type === "paragraph" && more.length === 0;
  const content = isLine ? <Inline content={only.content ?? []} setting={setting} /> : within(cell.content);
  const spans = { ...(colspan > 1 && { colSpan: colspan }), ...(rowspan > 1 && { rowSpan: rowspan }) };
  if (cell.type === "tableHeader")
    return (
      <th scope={isInHead ? "col" : "row"} {...spans}>
        {content}
      </th>
    );
  const figure = isLine && isFigure(inlineText(only.content)) ? look(setting, styles.figure) : undefined;
  return (
    <td className={figure} {...spans}>
      {content}
    </td>
  );
}
