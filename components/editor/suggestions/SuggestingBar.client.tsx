"use client";
import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { PencilLine } from "lucide-react";
import "./suggestions.css";
import { Button } from "#components/ui/Button";
import styles from "./SuggestingBar.module.css";
import { isSuggesting, setSuggesting } from "./suggesting.ts";

/** Says for as long as the mode is on that nothing one does changes the story. */
export function SuggestingBar({ editor }: { editor: Editor }) {
  const isOn = useEditorState({ editor, selector: ({ editor }) => isSuggesting(editor.state) });
  return (
    <div role="status">
      {isOn ? (
        <div className={styles.bar}>
          <PencilLine aria-hidden />
          <p className={styles.words}>
            <strong>Suggesting.</strong> What you do to the text is a proposal until somebody accepts it.
          </p>
          <Button size="small" onClick={() => setSuggesting(editor, false)}>
            Stop suggesting
          </Button>
        </div>
      ) : null}
    </div>
  );
}
