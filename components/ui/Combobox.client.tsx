"use client";
import { Combobox as BaseCombobox } from "@base-ui/react/combobox";
import { Check, Plus, X } from "lucide-react";
import { useRef, useState } from "react";
import styles from "./Combobox.module.css";
import { classes } from "./classes.ts";
import { type ComboboxOption, merged, optionsFor, type ShownOption } from "./combobox-options.ts";
import type { ControlProps } from "./Field.tsx";
import surface from "./Surface.module.css";
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
 * Arrows and Enter choose, Backspace takes the last away, Arrow Left walks into those chosen.
 */
export function Combobox({
  value,
  onChange,
  options = [],
  suggest,
  create,
  noun,
  placeholder,
  disabled = false,
  ...control
}: ComboboxProps) {
  const [typed, setTyped] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [making, setMaking] = useState<string[]>([]);
  const [error, setError] = useState<string | null>(null);
  const { known, state } = useSuggestions(suggest, typed, isOpen);
  const latest = useRef(value);
  latest.current = value;
  const box = useRef<HTMLDivElement>(null);

  const shown = optionsFor(merged(options, known), typed, create !== undefined);

  async function make(name: string) {
    if (!create) return;
    setError(null);
    setMaking((names) => [...names, name]);
    const answer = await create(name).catch(() => ({ error: `“${name}” could not be made. Please try again.` }));
    setMaking((names) => names.filter((other) => other !== name));
    if ("error" in answer) {
      setError(answer.error);
      setTyped(name);
      return;
    }
    onChange(merged(latest.current, [answer.option]));
  }

  function choose(next: ShownOption[]) {
    const fresh = next.find((option) => option.makes !== undefined);
    setTyped("");
    if (fresh?.makes) void make(fresh.makes);
    else {
      setError(null);
      onChange(next);
    }
  }

  return (
    <div>
      <BaseCombobox.Root<ShownOption, true>
        multiple
        items={shown}
        filter={null}
        value={[...value]}
        onValueChange={choose}
        inputValue={typed}
        onInputValueChange={setTyped}
        open={isOpen}
        onOpenChange={setOpen}
        isItemEqualToValue={(one, other) => one.id === other.id}
        itemToStringLabel={(option) => option.label}
        autoHighlight
        disabled={disabled}
      >
        <BaseCombobox.InputGroup ref={box} className={styles.box}>
          <BaseCombobox.Chips className={styles.chips} aria-label={value.length > 0 ? `Chosen ${noun}` : undefined}>
            {value.map((option) => (
              <BaseCombobox.Chip key={option.id} className={styles.chip} aria-label={option.label}>
                <span className={styles.name}>{option.label}</span>
                <BaseCombobox.ChipRemove className={styles.remove} aria-label={`Remove ${option.label}`}>
                  <X aria-hidden />
                </BaseCombobox.ChipRemove>
              </BaseCombobox.Chip>
            ))}
            {making.map((name) => (
              <span key={name} className={classes(styles.chip, styles.making)} aria-hidden>
                {name}…
              </span>
            ))}
            <BaseCombobox.Input
              {...control}
              className={styles.input}
              placeholder={value.length === 0 ? placeholder : undefined}
            />
          </BaseCombobox.Chips>
        </BaseCombobox.InputGroup>
        <BaseCombobox.Portal>
          <BaseCombobox.Positioner className={surface.positioner} anchor={box} sideOffset={4} align="start">
            <BaseCombobox.Popup className={classes(surface.surface, styles.popup)}>
              <BaseCombobox.Status className={styles.note}>
                {statusOf(state, shown.length, typed, noun)}
              </BaseCombobox.Status>
              <BaseCombobox.List className={shown.length > 0 ? surface.list : undefined} aria-label={noun}>
                {(option: ShownOption) => <Option key={option.id} option={option} />}
              </BaseCombobox.List>
            </BaseCombobox.Popup>
          </BaseCombobox.Positioner>
        </BaseCombobox.Portal>
      </BaseCombobox.Root>
      <p className={styles.error} aria-live="polite">
        {error}
      </p>
    </div>
  );
}

const Option = ({ option }: { option: ShownOption }) => (
  <BaseCombobox.Item value={option} className={surface.item}>
    <span className={styles.check}>
      {option.makes === undefined ? (
        <BaseCombobox.ItemIndicator>
          <Check aria-hidden />
        </BaseCombobox.ItemIndicator>
      ) : (
        <Plus aria-hidden />
      )}
    </span>
    {option.makes === undefined ? option.label : `Make “${option.makes}”`}
    {option.hint ? <span className={surface.end}>{option.hint}</span> : null}
  </BaseCombobox.Item>
);

function statusOf(state: "quiet" | "asking" | "failed", count: number, typed: string, noun: string): string | null {
  if (state === "failed") return "The suggestions could not be fetched. Please type again.";
  if (count > 0) return null;
  if (state === "asking") return "Looking…";
  return typed.trim() === "" ? `Type to find ${noun}.` : `No ${noun} of this name.`;
}
