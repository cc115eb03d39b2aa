import { useRef, useState } from "react";
import { type ComboboxOption, merged } from "./combobox-options.ts";

type Create = (name: string) => Promise<{ option: ComboboxOption } | { error: string }>;

/** Makes new options one after the other's answer, adds each to what is chosen by then, and keeps the last refusal. */
export function useCreation(
  create: Create | undefined,
  value: readonly ComboboxOption[],
  onChange: (value: ComboboxOption[]) => void,
) {
  const [making, setMaking] = useState<readonly string[]>([]);
  const [error, setError] = useState<string | null>(null);
  const latest = useRef({ value, onChange });
  latest.current = { value, onChange };

  async function make(name: string): Promise<boolean> {
    if (!create) return false;
    setError(null);
    setMaking((names) => [...names, name]);
    const answer = await create(name).catch(() => ({ error: `“${name}” could not be made. Please try again.` }));
    setMaking((names) => names.filter((other) => other !== name));
    if ("error" in answer) {
      setError(answer.error);
      return false;
    }
    const chosen = merged(latest.current.value, [answer.option]);
    latest.current.value = chosen;
    latest.current.onChange(chosen);
    return true;
  }

  return { making, error, make, forgive: () => setError(null) };
}
