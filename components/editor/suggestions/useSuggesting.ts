import type { Editor } from "@tiptap/core";
import { useCallback, useMemo } from "react";
import type { FieldName } from "../field-keys.ts";
import type { Fields } from "../settings/useFields.ts";
import { sayRefused } from "./say-refused.ts";
import { isSuggesting, type SuggestingParts, setSuggesting } from "./suggesting.ts";
import type { SuggestingMode } from "./suggesting-mode.ts";

/** The mode is one for all fields of a story: switched on in one, it is on in all, and in those that come later. */
export function useSuggesting({ register, all }: Fields, mode: SuggestingMode, onCurrent: (id: string | null) => void) {
  const follow = useCallback(
    (editor: Editor) => {
      if (isSuggesting(editor.state) !== mode.isOn()) setSuggesting(editor, mode.isOn());
    },
    [mode],
  );

  const suggesting = useMemo<SuggestingParts>(
    () => ({
      onRefused: sayRefused,
      onMode: (next) => {
        mode.set(next);
        for (const editor of all()) follow(editor);
      },
      onCurrent,
    }),
    [all, mode, follow, onCurrent],
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
