import { useEffect, useRef, useState } from "react";
import { type ComboboxOption, merged } from "./combobox-options.ts";

const TYPING_PAUSE = 150;

export type Suggest = (typed: string) => Promise<readonly ComboboxOption[]>;

/**
 * Asks `suggest` when typing pauses, keeps all it ever learned, and lets a late answer overwrite nothing.
 * `state` is "asking" from the first key on: nobody is to make what may be there already.
 */
export function useSuggestions(suggest: Suggest | undefined, typed: string, isOpen: boolean) {
  const [known, setKnown] = useState<ComboboxOption[]>([]);
  const [answered, setAnswered] = useState<{ typed: string; failed: boolean } | null>(null);
  const ask = useRef(suggest);
  ask.current = suggest;

  useEffect(() => {
    if (!isOpen || !ask.current) return;
    let isLate = false;
    const pause = setTimeout(async () => {
      try {
        const options = (await ask.current?.(typed.trim())) ?? [];
        setKnown((before) => merged(before, options));
        if (!isLate) setAnswered({ typed, failed: false });
      } catch {
        if (!isLate) setAnswered({ typed, failed: true });
      }
    }, TYPING_PAUSE);
    return () => {
      isLate = true;
      clearTimeout(pause);
    };
  }, [typed, isOpen]);

  return { known, state: suggest ? stateOf(answered, typed) : "quiet" } as const;
}

function stateOf(answered: { typed: string; failed: boolean } | null, typed: string): "quiet" | "asking" | "failed" {
  if (answered?.typed !== typed) return "asking";
  return answered.failed ? "failed" : "quiet";
}
