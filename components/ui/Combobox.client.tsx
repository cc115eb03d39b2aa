"use client";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import styles from "./Combobox.module.css";
import { Chosen } from "./ComboboxChosen.client.tsx";
import { ComboboxList, optionId } from "./ComboboxList.client.tsx";
import { comboboxKey } from "./combobox-keys.ts";
import { type ComboboxOption, merged, optionsFor, type ShownOption } from "./combobox-options.ts";
import type { ControlProps } from "./Field.tsx";
import { Hidden } from "./Hidden.tsx";
import { useCreation } from "./useCreation.ts";
import { type Suggest, useSuggestions } from "./useSuggestions.ts";

interface ComboboxProps extends ControlProps {
  value: readonly ComboboxOption[];
  onChange: (value: ComboboxOption[]) => void;
  /** All there is, when it is a short list. */
  options?: readonly ComboboxOption[];
  /** Asks for what fits the typed words, when there is more than a short list. */
  suggest?: Suggest;
  /** Makes a new one from the typed name; without it only what exists can be chosen. */
  create?: (name: string) => Promise<{ option: ComboboxOption } | { error: string }>;
  /** What is chosen here, in the plural: "tags". */
  noun: string;
  placeholder?: string;
  disabled?: boolean;
}

/**
 * Chooses several by typing, in the order in which they were chosen, and makes a new one in its place.
 * Arrows and Enter choose, Backspace takes the last away, Arrow Left walks into those chosen. Our own and not Base UI's,
 * whose combobox hides the rest of the page while open and empties the whole choice on Escape.
 */
export function Combobox(props: ComboboxProps) {
  const { value, onChange, options = [], suggest, create, noun, placeholder, disabled = false, ...control } = props;
  const [typed, setTyped] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [highlighted, setHighlighted] = useState(-1);
  const [said, setSaid] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const chips = useRef<HTMLUListElement>(null);
  const listId = useId();
  const { known, state } = useSuggestions(suggest, typed, isOpen);
  const creation = useCreation(create, value, onChange);

  const shown = optionsFor(merged(options, known), typed, create !== undefined && state !== "asking");
  const note = noteOf(state, shown.length, typed, noun);
  const active = isOpen ? shown[highlighted] : undefined;

  function type(text: string) {
    setTyped(text);
    setOpen(true);
    setHighlighted(text.trim() === "" ? -1 : 0);
    creation.forgive();
  }

  function remove(option: ComboboxOption) {
    onChange(value.filter(({ id }) => id !== option.id));
    setSaid(`${option.label} removed`);
  }

  async function choose(option: ShownOption) {
    setTyped("");
    setOpen(false);
    setHighlighted(-1);
    if (option.makes !== undefined) {
      const isMade = await creation.make(option.makes);
      if (isMade) setSaid(`${option.makes} added`);
      else setTyped((later) => later || option.label);
    } else if (value.some(({ id }) => id === option.id)) remove(option);
    else {
      onChange([...value, { id: option.id, label: option.label, hint: option.hint }]);
      setSaid(`${option.label} added`);
    }
  }

  function hear(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const { selectionStart, selectionEnd } = event.currentTarget;
    const isAtStart = selectionStart === 0 && selectionEnd === 0;
    const asked = comboboxKey(event.key, {
      isOpen,
      highlighted,
      count: shown.length,
      typed,
      isAtStart,
      chosen: value.length,
    });
    if (!asked) return;
    event.preventDefault();
    event.stopPropagation();
    const option = asked.ask === "choose" ? shown[asked.index] : undefined;
    const last = value.at(-1);
    if (option) void choose(option);
    else if (asked.ask === "highlight") {
      setOpen(true);
      setHighlighted(asked.index);
    } else if (asked.ask === "close") setOpen(false);
    else if (asked.ask === "empty") setTyped("");
    else if (asked.ask === "removeLast" && last) remove(last);
    else if (asked.ask === "enterChosen") chips.current?.querySelector<HTMLElement>("li:last-of-type button")?.focus();
  }

  return (
    <div className={styles.combobox}>
      <div className={styles.box}>
        <Chosen
          ref={chips}
          value={value}
          making={creation.making}
          noun={noun}
          disabled={disabled}
          onRemove={remove}
          onLeave={() => input.current?.focus()}
        />
        <input
          {...control}
          ref={input}
          role="combobox"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-expanded={isOpen && shown.length > 0}
          aria-controls={isOpen && shown.length > 0 ? listId : undefined}
          aria-activedescendant={active ? optionId(listId, active) : undefined}
          aria-description={value.length > 0 ? `${value.length} chosen. Arrow Left goes to them.` : undefined}
          autoComplete="off"
          spellCheck={false}
          className={styles.input}
          disabled={disabled}
          placeholder={value.length === 0 ? placeholder : undefined}
          value={typed}
          onChange={(event) => type(event.target.value)}
          onClick={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={hear}
        />
      </div>
      {isOpen && !disabled ? (
        <ComboboxList
          id={listId}
          shown={shown}
          value={value}
          highlighted={highlighted}
          note={note}
          noun={noun}
          onHighlight={setHighlighted}
          onChoose={choose}
        />
      ) : null}
      {!isOpen && typed.trim() !== "" && !creation.error ? (
        <p className={styles.left}>“{typed.trim()}” is not chosen yet: press Arrow Down, then Enter.</p>
      ) : null}
      <p className={styles.error} aria-live="polite">
        {creation.error}
      </p>
      <span role="status">
        <Hidden>{(isOpen && note) || said}</Hidden>
      </span>
    </div>
  );
}

function noteOf(state: "quiet" | "asking" | "failed", count: number, typed: string, noun: string): string | null {
  if (state === "failed") return "The suggestions could not be fetched. Please type again.";
  if (count > 0) return null;
  if (state === "asking") return "Looking…";
  return typed.trim() === "" ? `Type to find ${noun}.` : `No ${noun} of this name.`;
}
