import { useEffect, useRef, useState } from "react";
import { type ComboboxOption, merged } from "./combobox-options.ts";

const TYPING_PAUSE = 150;

export type Suggest = (typed: string) => Promise<readonly ComboboxOption[]>;

/** Asks `suggest` when typing pauses, keeps all it ever learned, and lets a late answer overwrite nothing. */
export function useSuggestions(suggest: Suggest | undefined, typed: string, isOpen: boolean) {
  const [known, setKnown] = useState<ComboboxOption[]>([]);
  const [state, setState] = useState<"quiet" | "asking" | "failed">("quiet");
  const ask = useRef(suggest);
  ask.current = suggest;

  useEffect(() => {
    if (!isOpen || !ask.current) return;
    let isLate = false;
    const pause = setTimeout(async () => {
      setState("asking");
      try {
        const options = (await ask.current?.(typed.trim())) ?? [];
        setKnown((before) => merged(before, options));
        if (!isLate) setState("quiet");
      } catch {
        if (!isLate) setState("failed");
      }
    }, TYPING_PAUSE);
    return () => {
      isLate = true;
      clearTimeout(pause);
    };
  }, [typed, isOpen]);

  return { known, state };
}
