"use client";
import { Toolbar } from "@base-ui/react/toolbar";
import type { Editor } from "@tiptap/core";
import { EditorContent } from "@tiptap/react";
import { BubbleMenu } from "@tiptap/react/menus";
import { MarkTools } from "./MarkTools.client.tsx";
import styles from "./TextColumn.module.css";

interface BodyFieldProps {
  editor: Editor | null;
  editable: boolean;
  onLink: () => void;
  onComment: () => void;
}

/** The story's text, with the marks at hand beside a selection. */
export const BodyField = ({ editor, editable, onLink, onComment }: BodyFieldProps) => (
  <div className={styles.body}>
    <EditorContent editor={editor} />
    {editor && editable ? (
      <BubbleMenu
        editor={editor}
        className={styles.bubble}
        options={{ placement: "top", offset: 8 }}
        shouldShow={({ editor, from, to, view }) =>
          view.hasFocus() && editor.isEditable && editor.state.doc.textBetween(from, to, " ").trim() !== ""
        }
      >
        <Toolbar.Root aria-label="Selected text" className={styles.bubbleTools}>
          <MarkTools editor={editor} onLink={onLink} onComment={onComment} />
        </Toolbar.Root>
      </BubbleMenu>
    ) : null}
  </div>
);
