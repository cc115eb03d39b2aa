import type { Editor, JSONContent } from "@tiptap/core";
import {
  ChartNoAxesColumn,
  Coins,
  Heading2,
  Heading3,
  Image as ImageIcon,
  Info,
  List,
  ListOrdered,
  type LucideIcon,
  MessageSquareQuote,
  Minus,
  Quote,
  SquarePlay,
  Table,
} from "lucide-react";
import type { Asked } from "./asked.ts";
import { insertBlock } from "./insert-block.ts";

/** One entry of the list of blocks. */
export interface BlockChoice {
  name: string;
  label: string;
  /** Other words under which somebody looks for it. */
  words: string;
  icon: LucideIcon;
  run: (editor: Editor, ask: (asked: Asked) => void) => void;
}

const put = (json: JSONContent) => (editor: Editor) =>
  void editor
    .chain()
    .focus()
    .command(({ tr }) => insertBlock(tr, json))
    .run();

const paragraph = { type: "paragraph" };
const attribution = { type: "attribution" };
const row = (cell: string) => ({
  type: "tableRow",
  content: Array.from({ length: 3 }, () => ({ type: cell, content: [paragraph] })),
});

export const blockChoices: readonly BlockChoice[] = [
  {
    name: "crosshead",
    label: "Crosshead",
    words: "heading subheading title",
    icon: Heading2,
    run: (editor) => void editor.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    name: "smallCrosshead",
    label: "Smaller crosshead",
    words: "heading subheading",
    icon: Heading3,
    run: (editor) => void editor.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    name: "bulletList",
    label: "List",
    words: "bullets points",
    icon: List,
    run: (editor) => void editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: "orderedList",
    label: "Numbered list",
    words: "numbers ordered",
    icon: ListOrdered,
    run: (editor) => void editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: "blockquote",
    label: "Quote",
    words: "citation said attribution",
    icon: Quote,
    run: put({ type: "blockquote", content: [paragraph, attribution] }),
  },
  {
    name: "pullQuote",
    label: "Pull quote",
    words: "large citation attribution",
    icon: MessageSquareQuote,
    run: put({ type: "pullQuote", content: [paragraph, attribution] }),
  },
  {
    name: "factBox",
    label: "Fact box",
    words: "information sidebar background",
    icon: Info,
    run: put({ type: "factBox", content: [{ type: "factBoxTitle" }, paragraph] }),
  },
  {
    name: "table",
    label: "Table",
    words: "rows columns cells figures",
    icon: Table,
    run: put({ type: "table", content: [row("tableHeader"), row("tableCell"), row("tableCell")] }),
  },
  {
    name: "picture",
    label: "Picture",
    words: "image photo photograph upload caption credit",
    icon: ImageIcon,
    run: (_editor, ask) => ask({ kind: "picture", before: null }),
  },
  {
    name: "embed",
    label: "Embed",
    words: "video youtube post x twitter telegram instagram map openstreetmap google",
    icon: SquarePlay,
    run: (_editor, ask) => ask({ kind: "embed", before: null }),
  },
  {
    name: "rateBox",
    label: "Rate box",
    words: "currency exchange dollar som tenge",
    icon: ChartNoAxesColumn,
    run: (_editor, ask) => ask({ kind: "rateBox", before: null }),
  },
  {
    name: "money",
    label: "Money",
    words: "amount price sum currency dollar",
    icon: Coins,
    run: (_editor, ask) => ask({ kind: "money", before: null }),
  },
  {
    name: "horizontalRule",
    label: "Rule",
    words: "line break divider",
    icon: Minus,
    run: put({ type: "horizontalRule" }),
  },
];

/** The blocks that somebody means who has typed this much; names first, then other words. */
export function choicesFor(query: string): BlockChoice[] {
  const typed = query.toLowerCase();
  const begins = (text: string) =>
    text
      .toLowerCase()
      .split(" ")
      .some((word) => word.startsWith(typed));
  const byName = blockChoices.filter(({ label }) => begins(label));
  return [...byName, ...blockChoices.filter((choice) => !byName.includes(choice) && begins(choice.words))];
}
