import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { z } from "zod";
import { attributeText, type NodeDefinition } from "./definition.ts";

const spanMessage = "A cell spans a whole number of rows and columns, 1 to 100.";
const Span = z.int(spanMessage).min(1, spanMessage).max(100, spanMessage).optional();

export const TableAttrs = z.strictObject({
  caption: attributeText(300, "Please keep the caption of a table under 300 characters.").nullable().optional(),
});
export const CellAttrs = z.strictObject({ colspan: Span, rowspan: Span });

const captionOf = (table: HTMLElement): string | null =>
  table.querySelector(":scope > caption")?.textContent?.replace(/\s+/g, " ").trim().slice(0, 300) || null;

/** The caption is an attribute, since the children of a table must be its rows. */
export const table = {
  extension: Table.extend({
    group: "piece",
    addAttributes: () => ({ caption: { default: null, parseHTML: captionOf, renderHTML: () => ({}) } }),
    // Its own view draws columns of stored widths and no caption; there are no widths here.
    addNodeView: () => null,
    parseHTML: () => [{ tag: "table" }, { tag: "caption", ignore: true }],
    renderHTML: ({ node }) => [
      "div",
      { "data-table": "" },
      [
        "table",
        ...(node.attrs.caption ? [["caption", { contenteditable: "false" }, String(node.attrs.caption)]] : []),
        ["tbody", 0],
      ],
    ],
  }).configure({ resizable: false, allowTableNodeSelection: true }),
  attrs: TableAttrs,
  words: ({ caption }: z.output<typeof TableAttrs>) => caption ?? "",
} satisfies NodeDefinition;

export const tableRow = { extension: TableRow } satisfies NodeDefinition;

const spanOf = (name: "colspan" | "rowspan") => ({
  default: 1,
  parseHTML: (cell: HTMLElement) => Math.min(100, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? "", 10) || 1)),
  renderHTML: (attrs: Record<string, unknown>) => (attrs[name] === 1 ? {} : { [name]: attrs[name] }),
});
const cell = {
  content: "(paragraph | bulletList | orderedList)+",
  addAttributes: () => ({ colspan: spanOf("colspan"), rowspan: spanOf("rowspan") }),
};

export const tableHeader = { extension: TableHeader.extend(cell), attrs: CellAttrs } satisfies NodeDefinition;
export const tableCell = { extension: TableCell.extend(cell), attrs: CellAttrs } satisfies NodeDefinition;
