import type { Editor } from "@tiptap/core";
import { useCallback, useMemo, useRef } from "react";
import type { FieldName } from "../field-keys.ts";
import type { Fields } from "../settings/useFields.ts";
import { sayRefused } from "./say-refused.ts";
import { isSuggesting, type SuggestingParts, setSuggesting } from "./suggesting.ts";

/** The mode is one for all fields of a story: switched on in one, it is on in all, and in those that come later. */
export function useSuggesting({ register, all }: Fields, onCurrent: (id: string | null) => void) {
  const isOn = useRef(false);

  const follow = useCallback((editor: Editor) => {
    if (isSuggesting(editor.state) !== isOn.current) setSuggesting(editor, isOn.current);
  }, []);

  const suggesting = useMemo<SuggestingParts>(
    () => ({
      onRefused: sayRefused,
      onMode: (next) => {
        isOn.current = next;
        for (const editor of all()) follow(editor);
      },
      onCurrent,
    }),
    [all, follow, onCurrent],
  );

  const registerField = useCallback(
    (name: FieldName, editor: Editor | null) => {
      register(name, editor);
      if (editor) follow(editor);
    },
    [register, follow],
  );

  return { register: registerField, suggesting };
}
