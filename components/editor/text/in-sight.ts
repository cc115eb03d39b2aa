import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

/** Between the line that is written and what stands above or below it. */
const air = 8;

/** Keeps the line that is written below the bars that stick above the text, as `useScrollRoom` measured them, and above a phone's keyboard. */
export const InSight = Extension.create({
  name: "inSight",
  addProseMirrorPlugins: () => [
    new Plugin({ props: { scrollThreshold: sides(0), scrollMargin: sides(air) }, view: seenAfterResize }),
  ],
});

const sides = (more: number) => ({
  get top() {
    return (Number.parseFloat(document.documentElement.style.scrollPaddingBlockStart) || 0) + more;
  },
  right: 0,
  bottom: more,
  left: 0,
});

function seenAfterResize(view: EditorView) {
  const look = () => {
    if (view.hasFocus()) view.dispatch(view.state.tr.scrollIntoView());
  };
  window.addEventListener("resize", look);
  return { destroy: () => window.removeEventListener("resize", look) };
}
