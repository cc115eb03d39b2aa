"use client";
import { useEffect, useRef, useState } from "react";

const pauseMs = 900;

/** Text that saves itself: when typing pauses, and when the focus leaves. `save` does it at once. */
export function useSavedText(value: string, onSave: (value: string) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const save = useRef(() => {});
  save.current = () => {
    clearTimeout(pause.current);
    if (typed !== null && typed !== value) onSave(typed);
  };

  // What is saved elsewhere shows here, unless somebody is typing over it.
  useEffect(() => {
    setTyped((before) => (before?.trim() === value ? null : before));
  }, [value]);
  useEffect(() => () => save.current(), []);

  return {
    value: typed ?? value,
    type(text: string) {
      setTyped(text);
      clearTimeout(pause.current);
      pause.current = setTimeout(() => save.current(), pauseMs);
    },
    save: () => save.current(),
  };
}
