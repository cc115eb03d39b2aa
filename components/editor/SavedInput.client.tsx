"use client";
import { type ComponentProps, useEffect, useRef, useState } from "react";
import { TextInput } from "#components/ui/TextInput";

interface SavedInputProps extends Omit<ComponentProps<"input">, "value" | "onChange"> {
  value: string;
  /** Called when typing pauses or ends, with something new. */
  onSave: (value: string) => void;
}

const pauseMs = 900;

/** A line that saves itself: when typing pauses, on Enter, and when the focus leaves. */
export function SavedInput({ value, onSave, ...rest }: SavedInputProps) {
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

  return (
    <TextInput
      {...rest}
      value={typed ?? value}
      onChange={(event) => {
        setTyped(event.target.value);
        clearTimeout(pause.current);
        pause.current = setTimeout(() => save.current(), pauseMs);
      }}
      onBlur={() => save.current()}
      onKeyDown={(event) => {
        if (event.key === "Enter") save.current();
      }}
    />
  );
}
