import type { Editor } from "@tiptap/core";
import { Selection } from "@tiptap/pm/state";
import { useCallback, useRef } from "react";
import type { FieldName, FieldSteps } from "../field-keys.ts";

/** The fields from top to bottom, as the cursor walks. */
const order: readonly FieldName[] = ["kicker", "headline", "standfirst", "teaser", "body"];

/** Knows the editors on the screen, which of them was typed in last, and how to walk from one to the next. */
export function useFields() {
  const editors = useRef(new Map<FieldName, Editor>());
  const last = useRef<FieldName>("body");

  const register = useCallback((name: FieldName, editor: Editor | null) => {
    if (!editor) return void editors.current.delete(name);
    editors.current.set(name, editor);
    editor.on("focus", () => {
      last.current = name;
    });
  }, []);

  const focus = useCallback((name: FieldName, where: "start" | "end" = "end"): boolean => {
    const editor = editors.current.get(name);
    if (!editor) return false;
    // At once: the next key may come before the next frame.
    editor.view.focus();
    const { doc, tr } = editor.state;
    editor.view.dispatch(
      tr.setSelection(where === "start" ? Selection.atStart(doc) : Selection.atEnd(doc)).scrollIntoView(),
    );
    return true;
  }, []);

  const stepsOf = useCallback(
    (name: FieldName): FieldSteps => ({
      next: () => order.slice(order.indexOf(name) + 1).some((other) => focus(other, "start")),
      previous: () =>
        order
          .slice(0, order.indexOf(name))
          .reverse()
          .some((other) => focus(other, "end")),
    }),
    [focus],
  );

  const lastEditor = useCallback((fallback: Editor): Editor => editors.current.get(last.current) ?? fallback, []);

  const of = useCallback((name: FieldName): Editor | undefined => editors.current.get(name), []);

  const all = useCallback((): Editor[] => order.flatMap((name) => editors.current.get(name) ?? []), []);

  const named = useCallback((): [FieldName, Editor][] => [...editors.current], []);

  return { register, focus, stepsOf, lastEditor, of, all, named };
}

export type Fields = ReturnType<typeof useFields>;
