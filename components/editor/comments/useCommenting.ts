import type { EditorView } from "@tiptap/pm/view";
import { useRef, useState } from "react";
import { Commenting } from "./commenting.ts";

export interface CommentParts {
  /** Begins a thread about what is selected. */
  begin: () => void;
  isKnown: (threadId: string) => boolean;
  isBeside: (threadId: string, view: EditorView) => boolean;
}

/** The extension by which words of a field have comments; the same one for as long as the field stands. */
export function useCommenting(comments: CommentParts) {
  const latest = useRef(comments);
  latest.current = comments;
  const [commenting] = useState(() =>
    Commenting.configure({
      onComment: () => latest.current.begin(),
      isKnown: (id) => latest.current.isKnown(id),
      isBeside: (id, view) => latest.current.isBeside(id, view),
    }),
  );
  return commenting;
}
