"use client";
import { X } from "lucide-react";
import type { KeyboardEvent, RefObject } from "react";
import styles from "./Combobox.module.css";
import { classes } from "./classes.ts";
import { chosenKey } from "./combobox-keys.ts";
import type { ComboboxOption } from "./combobox-options.ts";

interface ChosenProps {
  ref: RefObject<HTMLUListElement | null>;
  value: readonly ComboboxOption[];
  /** Names of those that are being made. */
  making: readonly string[];
  noun: string;
  disabled: boolean;
  onRemove: (option: ComboboxOption) => void;
  /** The focus goes back to the input. */
  onLeave: () => void;
}

/** What is chosen, each with a button that takes it away; arrows walk between them, one Tab passes them all. */
export function Chosen({ ref, value, making, noun, disabled, onRemove, onLeave }: ChosenProps) {
  function hear(event: KeyboardEvent<HTMLButtonElement>, option: ComboboxOption, index: number) {
    const isRemoval = event.key === "Backspace" || event.key === "Delete";
    const next = isRemoval ? Math.max(0, index - 1) : chosenKey(event.key, index, value.length);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    const button = ref.current?.querySelectorAll("button")[next];
    if (button && !(isRemoval && value.length === 1)) button.focus();
    else onLeave();
    if (isRemoval) onRemove(option);
  }

  if (value.length === 0 && making.length === 0) return null;
  return (
    <ul ref={ref} className={styles.chips} aria-label={`Chosen ${noun}`}>
      {value.map((option, index) => (
        <li key={option.id} className={styles.chip}>
          <span className={styles.name}>{option.label}</span>
          <button
            type="button"
            tabIndex={-1}
            className={styles.remove}
            aria-label={`Remove ${option.label}`}
            disabled={disabled}
            onClick={() => {
              onRemove(option);
              onLeave();
            }}
            onKeyDown={(event) => hear(event, option, index)}
          >
            <X aria-hidden />
          </button>
        </li>
      ))}
      {making.map((name) => (
        <li key={name} className={classes(styles.chip, styles.making)}>
          {name}…
        </li>
      ))}
    </ul>
  );
}
