"use client";
import { Toolbar } from "@base-ui/react/toolbar";
import type { Editor } from "@tiptap/core";
import { NodeSelection } from "@tiptap/pm/state";
import { useEditorState } from "@tiptap/react";
import { Pencil, Trash2, UserPen } from "lucide-react";
import { useRef } from "react";
import { classes } from "../../ui/classes.ts";
import { Tool } from "../Tool.client.tsx";
import toolbar from "../text/TextToolbar.module.css";
import type { Asked } from "./asked.ts";
import styles from "./BlockToolbar.module.css";
import { attribute, editSelected } from "./block-keys.ts";
import { TableTools } from "./TableTools.client.tsx";
import { wrapperDepth } from "./unwrap.ts";
import { useToolsSide } from "./useToolsSide.ts";

interface BlockToolbarProps {
  editor: Editor;
  onAsk: (asked: Asked) => void;
}

type Around = "table" | "quote" | "piece" | null;

const pieces = new Set(["embed", "picture", "rateBox", "money"]);

/** What the cursor is in that has tools of its own; the innermost. */
function around({ state }: Editor): Around {
  const { selection } = state;
  if (selection instanceof NodeSelection && pieces.has(selection.node.type.name)) return "piece";
  const { $from } = selection;
  const isIn = (name: string) => wrapperDepth($from, name) !== null;
  if (isIn("table") || (selection instanceof NodeSelection && selection.node.type.name === "table")) return "table";
  return isIn("blockquote") || isIn("pullQuote") ? "quote" : null;
}

const labels: Record<NonNullable<Around>, string> = { table: "Table", quote: "Quote", piece: "Selected block" };

/** The tools of the block with the cursor, never over the line that is written. */
export function BlockToolbar({ editor, onAsk }: BlockToolbarProps) {
  const place = useEditorState({ editor, selector: ({ editor }) => around(editor) });
  return place ? <FloatingTools editor={editor} onAsk={onAsk} place={place} /> : null;
}

function FloatingTools({ editor, onAsk, place }: BlockToolbarProps & { place: NonNullable<Around> }) {
  const root = useRef<HTMLDivElement>(null);
  const side = useToolsSide(editor, root);
  return (
    <Toolbar.Root
      ref={root}
      aria-label={labels[place]}
      className={classes(toolbar.toolbar, styles.floating, side === "foot" && styles.foot)}
      onKeyDown={(event) => {
        if (event.key === "Escape") editor.commands.focus();
      }}
    >
      {place === "table" ? <TableTools editor={editor} onAsk={onAsk} /> : null}
      {place === "quote" ? <Tool label="Who said it" onPress={() => attribute(editor)} icon={UserPen} /> : null}
      {place === "piece" ? (
        <>
          <Tool label="Change…" keys="Enter" onPress={() => editSelected(editor, onAsk)} icon={Pencil} />
          <Tool label="Remove" onPress={() => editor.chain().focus().deleteSelection().run()} icon={Trash2} />
        </>
      ) : null}
    </Toolbar.Root>
  );
}
