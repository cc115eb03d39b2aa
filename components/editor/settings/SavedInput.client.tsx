"use client";
import type { ComponentProps } from "react";
import { TextArea } from "#components/ui/TextArea";
import { TextInput } from "#components/ui/TextInput";
import { useSavedText } from "../saving/useSavedText.ts";

interface Saved {
  value: string;
  /** Called when typing pauses or ends, with something new. */
  onSave: (value: string) => void;
}

/** A line that saves itself: when typing pauses, on Enter, and when the focus leaves. */
export function SavedInput({ value, onSave, ...rest }: Omit<ComponentProps<"input">, "value" | "onChange"> & Saved) {
  const text = useSavedText(value, onSave);
  return (
    <TextInput
      {...rest}
      value={text.value}
      onChange={({ target }) => text.type(target.value)}
      onBlur={text.save}
      onKeyDown={(event) => {
        if (event.key === "Enter") text.save();
      }}
    />
  );
}

/** Several lines that save themselves. */
export function SavedArea({ value, onSave, ...rest }: Omit<ComponentProps<"textarea">, "value" | "onChange"> & Saved) {
  const text = useSavedText(value, onSave);
  return (
    <TextArea {...rest} value={text.value} onChange={({ target }) => text.type(target.value)} onBlur={text.save} />
  );
}
