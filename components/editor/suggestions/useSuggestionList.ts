import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import { type OpenSuggestion, openSuggestions } from "#newsroom/body/suggestions";
import { currentSuggestion } from "./suggesting.ts";

interface Suggestions {
  list: OpenSuggestion[];
  current: string | null;
}

const none: Suggestions = { list: [], current: null };
const pauseMs = 200;

/** What is proposed in the text, and where the cursor is among it. The text is looked through once typing pauses. */
export function useSuggestionList(editor: Editor | null): Suggestions {
  const [shown, setShown] = useState(none);
  useEffect(() => {
    if (!editor) return setShown(none);
    let pause: ReturnType<typeof setTimeout> | undefined;
    const look = () => setShown((before) => ({ ...before, list: openSuggestions(editor.state.doc.toJSON()) }));
    const lookSoon = () => {
      clearTimeout(pause);
      pause = setTimeout(look, pauseMs);
    };
    const here = () => {
      const current = currentSuggestion(editor.state);
      setShown((before) => (before.current === current ? before : { ...before, current }));
    };
    editor.on("update", lookSoon);
    editor.on("transaction", here);
    lookSoon();
    here();
    return () => {
      clearTimeout(pause);
      editor.off("update", lookSoon);
      editor.off("transaction", here);
    };
  }, [editor]);
  return shown;
}
