"use client";
import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { Bold, Italic, Link, MessageSquarePlus } from "lucide-react";
import { Tool } from "../Tool.client.tsx";

interface MarkToolsProps {
  editor: Editor;
  onLink: () => void;
  onComment: () => void;
}

/** Bold, italic, link and comment, for the toolbar and beside a selection. */
export function MarkTools({ editor, onLink, onComment }: MarkToolsProps) {
  const is = useEditorState({
    editor,
    selector: ({ editor }) => ({
      bold: editor.isActive("bold"),
      italic: editor.isActive("italic"),
      link: editor.isActive("link"),
    }),
  });
  return (
    <>
      <Tool
        label="Bold"
        keys="Mod+B"
        pressed={is.bold}
        onPress={() => editor.chain().focus().toggleBold().run()}
        icon={Bold}
      />
      <Tool
        label="Italic"
        keys="Mod+I"
        pressed={is.italic}
        onPress={() => editor.chain().focus().toggleItalic().run()}
        icon={Italic}
      />
      <Tool label="Link" keys="Mod+K" pressed={is.link} onPress={onLink} icon={Link} />
      <Tool label="Comment" keys="Mod+Alt+M" onPress={onComment} icon={MessageSquarePlus} />
    </>
  );
}
