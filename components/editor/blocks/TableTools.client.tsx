"use client";
import { Toolbar } from "@base-ui/react/toolbar";
import type { ChainedCommands, Editor } from "@tiptap/core";
import {
  BetweenHorizontalEnd,
  BetweenHorizontalStart,
  BetweenVerticalEnd,
  BetweenVerticalStart,
  Captions,
  FoldHorizontal,
  FoldVertical,
  type LucideIcon,
  PanelTop,
  Trash2,
} from "lucide-react";
import { Tool } from "../Tool.client.tsx";
import toolbar from "../text/TextToolbar.module.css";
import type { Asked } from "./asked.ts";

interface TableToolsProps {
  editor: Editor;
  onAsk: (asked: Asked) => void;
}

type Step = [label: string, icon: LucideIcon, step: (chain: ChainedCommands) => ChainedCommands];

const rows: Step[] = [
  ["Row above", BetweenHorizontalStart, (chain) => chain.addRowBefore()],
  ["Row below", BetweenHorizontalEnd, (chain) => chain.addRowAfter()],
  ["Remove the row", FoldVertical, (chain) => chain.deleteRow()],
];
const columns: Step[] = [
  ["Column before", BetweenVerticalStart, (chain) => chain.addColumnBefore()],
  ["Column after", BetweenVerticalEnd, (chain) => chain.addColumnAfter()],
  ["Remove the column", FoldHorizontal, (chain) => chain.deleteColumn()],
];
const whole: Step[] = [
  ["Header row on or off", PanelTop, (chain) => chain.toggleHeaderRow()],
  ["Remove the table", Trash2, (chain) => chain.deleteTable()],
];

/** Rows, columns, header and caption of the table with the cursor. */
export function TableTools({ editor, onAsk }: TableToolsProps) {
  const toolOf = ([label, icon, step]: Step) => (
    <Tool key={label} label={label} icon={icon} onPress={() => step(editor.chain().focus()).run()} />
  );
  return (
    <>
      {rows.map(toolOf)}
      <Toolbar.Separator className={toolbar.separator} />
      {columns.map(toolOf)}
      <Toolbar.Separator className={toolbar.separator} />
      <Tool
        label="Caption…"
        icon={Captions}
        onPress={() => {
          const { caption } = editor.getAttributes("table");
          onAsk({ kind: "caption", before: typeof caption === "string" ? caption : "" });
        }}
      />
      {whole.map(toolOf)}
    </>
  );
}
