"use client";
import { Check, Plus } from "lucide-react";
import { useEffect, useRef } from "react";
import styles from "./Combobox.module.css";
import { classes } from "./classes.ts";
import type { ComboboxOption, ShownOption } from "./combobox-options.ts";
import surface from "./Surface.module.css";

interface ComboboxListProps {
  id: string;
  shown: readonly ShownOption[];
  value: readonly ComboboxOption[];
  highlighted: number;
  /** Said instead of, or above, the list. */
  note: string | null;
  noun: string;
  onHighlight: (index: number) => void;
  onChoose: (option: ShownOption) => void;
}

export const optionId = (listId: string, option: ShownOption): string => `${listId}-${option.id}`;

/** The list under a combobox. The focus stays in the input. */
export function ComboboxList({ id, shown, value, highlighted, note, noun, onHighlight, onChoose }: ComboboxListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[highlighted]?.scrollIntoView({ block: "nearest" });
  }, [highlighted]);

  return (
    <div className={classes(surface.surface, styles.popup)}>
      {note ? <p className={styles.note}>{note}</p> : null}
      {shown.length > 0 ? (
        <div ref={list} id={id} role="listbox" aria-label={noun} aria-multiselectable className={styles.list}>
          {shown.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the focus and hears the keys
            <div
              key={option.id}
              id={optionId(id, option)}
              role="option"
              tabIndex={-1}
              aria-selected={value.some((chosen) => chosen.id === option.id)}
              className={surface.item}
              data-highlighted={index === highlighted || undefined}
              onPointerMove={() => onHighlight(index)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(option)}
            >
              <Sign option={option} isChosen={value.some((chosen) => chosen.id === option.id)} />
              {wordsOf(option)}
              {option.hint ? (
                <span className={surface.end}>{option.isNear ? `${option.hint}, did you mean it?` : option.hint}</span>
              ) : null}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}

const wordsOf = ({ makes, label, also }: ShownOption): string => {
  if (makes !== undefined) return `Make “${makes}”`;
  return also ? `${label} (${also})` : label;
};

const Sign = ({ option, isChosen }: { option: ShownOption; isChosen: boolean }) => (
  <span className={styles.sign}>
    {option.makes === undefined ? isChosen && <Check aria-hidden /> : <Plus aria-hidden />}
  </span>
);
