"use client";
import { Toolbar } from "@base-ui/react/toolbar";
import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import {
  ArrowDown,
  ArrowUp,
  Heading2,
  Heading3,
  Keyboard,
  List,
  ListOrdered,
  PencilLine,
  Redo2,
  Search,
  TextQuote,
  Undo2,
} from "lucide-react";
import type { RefObject } from "react";
import type { BlockEvents } from "../blocks/asked.ts";
import { moveAndSay } from "../blocks/block-keys.ts";
import { InsertMenu } from "../blocks/InsertMenu.client.tsx";
import { isSuggesting, toggleSuggesting } from "../suggestions/suggesting.ts";
import { Tool } from "../Tool.client.tsx";
import { MarkTools } from "./MarkTools.client.tsx";
import styles from "./TextToolbar.module.css";

interface TextToolbarProps {
  editor: Editor;
  /** The field that was typed in last. */
  lastEditor: () => Editor;
  onLink: () => void;
  onComment: () => void;
  onFind: () => void;
  onShortcuts: () => void;
  blocks: BlockEvents;
  ref: RefObject<HTMLDivElement | null>;
}

/** What the text can be made of. Arrow keys walk in it, Escape goes back to the text. */
export function TextToolbar({
  editor,
  lastEditor,
  onLink,
  onComment,
  onFind,
  onShortcuts,
  blocks,
  ref,
}: TextToolbarProps) {
  const is = useEditorState({
    editor,
    selector: ({ editor }) => ({
      crosshead: editor.isActive("crosshead", { level: 2 }),
      smallCrosshead: editor.isActive("crosshead", { level: 3 }),
      list: editor.isActive("bulletList"),
      numbers: editor.isActive("orderedList"),
      quote: editor.isActive("blockquote"),
      suggesting: isSuggesting(editor.state),
    }),
  });
  const text = () => editor.chain().focus();
  return (
    <Toolbar.Root
      ref={ref}
      aria-label="Formatting"
      className={styles.toolbar}
      onKeyDown={(event) => {
        if (event.key === "Escape") editor.commands.focus();
      }}
    >
      <Tool
        label="Crosshead"
        keys="Mod+Alt+2"
        pressed={is.crosshead}
        onPress={() => text().toggleHeading({ level: 2 }).run()}
        icon={Heading2}
      />
      <Tool
        label="Smaller crosshead"
        keys="Mod+Alt+3"
        pressed={is.smallCrosshead}
        onPress={() => text().toggleHeading({ level: 3 }).run()}
        icon={Heading3}
      />
      <Toolbar.Separator className={styles.separator} />
      <MarkTools editor={editor} onLink={onLink} onComment={onComment} />
      <Toolbar.Separator className={styles.separator} />
      <Tool
        label="List"
        keys="Mod+Shift+8"
        pressed={is.list}
        onPress={() => text().toggleBulletList().run()}
        icon={List}
      />
      <Tool
        label="Numbered list"
        keys="Mod+Shift+7"
        pressed={is.numbers}
        onPress={() => text().toggleOrderedList().run()}
        icon={ListOrdered}
      />
      <Tool
        label="Quote"
        keys="Mod+Shift+B"
        pressed={is.quote}
        onPress={() => text().toggleBlockquote().run()}
        icon={TextQuote}
      />
      <InsertMenu editor={editor} onAsk={blocks.onAsk} />
      <Toolbar.Separator className={styles.separator} />
      <Tool
        label="Move the block up"
        keys="Alt+Shift+↑"
        onPress={() => moveAndSay(editor, "up", blocks.onSay)}
        icon={ArrowUp}
      />
      <Tool
        label="Move the block down"
        keys="Alt+Shift+↓"
        onPress={() => moveAndSay(editor, "down", blocks.onSay)}
        icon={ArrowDown}
      />
      <Toolbar.Separator className={styles.separator} />
      <Tool label="Undo" keys="Mod+Z" onPress={() => lastEditor().chain().focus().undo().run()} icon={Undo2} />
      <Tool label="Redo" keys="Mod+Shift+Z" onPress={() => lastEditor().chain().focus().redo().run()} icon={Redo2} />
      <Toolbar.Separator className={styles.separator} />
      <Tool
        label="Suggest"
        keys="Mod+Alt+E"
        pressed={is.suggesting}
        onPress={() => toggleSuggesting(editor)}
        icon={PencilLine}
      />
      <Tool label="Find" keys="Mod+F" onPress={onFind} icon={Search} />
      <Tool label="Shortcuts" keys="Mod+/" onPress={onShortcuts} icon={Keyboard} />
    </Toolbar.Root>
  );
}
