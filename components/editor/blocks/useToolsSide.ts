import type { Editor } from "@tiptap/core";
import { type RefObject, useEffect, useState } from "react";
import { type Side, sideOf } from "./tools-side.ts";

/** From the edges that the tools stand at. */
const gap = 4;

/** Keeps `tools` off the line that is being written in. */
export function useToolsSide(editor: Editor, tools: RefObject<HTMLElement | null>): Side {
  const [side, setSide] = useState<Side>("head");
  useEffect(() => {
    const look = () => {
      const { current } = tools;
      const bars = current?.parentElement?.getBoundingClientRect();
      if (!current || !bars || editor.isDestroyed) return;
      const height = current.offsetHeight;
      const foot = window.innerHeight - gap;
      const places = {
        head: { top: bars.bottom + gap, bottom: bars.bottom + gap + height },
        foot: { top: foot - height, bottom: foot },
      };
      const line = editor.view.coordsAtPos(editor.state.selection.head);
      setSide((now) => sideOf(line, places, now));
    };
    look();
    editor.on("transaction", look);
    for (const type of ["scroll", "resize"]) window.addEventListener(type, look, { passive: true });
    return () => {
      editor.off("transaction", look);
      for (const type of ["scroll", "resize"]) window.removeEventListener(type, look);
    };
  }, [editor, tools]);
  return side;
}
