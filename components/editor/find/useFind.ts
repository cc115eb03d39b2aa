import type { Editor } from "@tiptap/core";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { toast } from "../../ui/toast-manager.ts";
import { isMac } from "../keys.ts";
import type { Fields } from "../settings/useFields.ts";
import { findShortcut } from "./find-keys.ts";
import { findSession } from "./find-session.ts";
import type { FindQuery } from "./matches.ts";
import { leftWords } from "./replace-matches.ts";

const noQuery: FindQuery = { words: "", matchCase: false, wholeWord: false };
/** Longer selections are not what somebody looks for. */
const longest = 200;

/** Finding in the story: its state, and the keys that it hears in the text and in its bar. */
export function useFind({ all, lastEditor }: Fields, isOn: boolean) {
  const [shown, setShown] = useState<{ withReplace: boolean; asked: number } | null>(null);
  const [query, setQuery] = useState(noQuery);
  const session = useMemo(() => findSession(all), [all]);
  const bar = useRef<HTMLElement>(null);
  const start = useRef<{ editor: Editor; at: number } | null>(null);

  const search = useCallback(
    (next: FindQuery) => {
      setQuery(next);
      session.search(next, start.current);
    },
    [session],
  );

  const open = useCallback(
    (withReplace: boolean) => {
      const [first] = all();
      if (!first) return;
      const editor = lastEditor(first);
      const { from, to } = selectionIn(editor);
      const isFromText = !bar.current?.contains(document.activeElement);
      if (isFromText) start.current = { editor, at: from };
      const selected = isFromText ? editor.state.doc.textBetween(from, to, "\n", "\n") : "";
      const isWords = selected !== "" && selected.length <= longest && !selected.includes("\n");
      const next = isWords ? { ...query, words: selected } : query;
      setShown((before) => ({
        withReplace: withReplace || before?.withReplace === true,
        asked: (before?.asked ?? 0) + 1,
      }));
      search(next);
    },
    [all, lastEditor, query, search],
  );

  const close = useCallback(() => {
    setShown(null);
    const [first] = all();
    session.close(first ? lastEditor(first) : null);
  }, [all, lastEditor, session]);

  useEffect(() => {
    if (!isOn) return;
    const hear = (event: KeyboardEvent) => {
      const pressed = findShortcut(event, isMac());
      const { target } = event;
      if (!pressed || !(target instanceof Node)) return;
      const isInBar = bar.current?.contains(target) === true;
      if (!isInBar && !all().some(({ view }) => view.dom.contains(target))) return;
      event.preventDefault();
      if (pressed === "find" || pressed === "replace" || !shown) open(pressed === "replace");
      else session.step(pressed === "next" ? 1 : -1);
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, [isOn, shown, all, open, session]);

  function replace(words: string): void {
    if (!session.replace(words)) toast({ title: "Not replaced", description: leftWords(1) });
  }

  function replaceAll(words: string): void {
    const { replaced, left, step } = session.replaceAll(words);
    const description = left > 0 ? { description: leftWords(left) } : {};
    if (replaced === 0) return void (left > 0 && toast({ title: "Not replaced", ...description }));
    toast({
      tone: "good",
      title: replaced === 1 ? "Replaced once" : `Replaced ${replaced} times`,
      ...description,
      action: { label: "Undo", onPress: () => step.takeBack() },
    });
  }

  const toggleReplace = () => setShown((now) => now && { ...now, withReplace: !now.withReplace });

  return { shown, query, session, bar, search, open, close, toggleReplace, replace, replaceAll, fields: all };
}

/** As the browser has it: the editor hears of a key that moves the cursor a moment later. */
function selectionIn({ view, state }: Editor): { from: number; to: number } {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {};
  if (!anchorNode || !focusNode || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode))
    return state.selection;
  const ends = [view.posAtDOM(anchorNode, anchorOffset ?? 0), view.posAtDOM(focusNode, focusOffset ?? 0)];
  return { from: Math.min(...ends), to: Math.max(...ends) };
}

export type Find = ReturnType<typeof useFind>;
