import { useId } from "react";
import styles from "./Choices.module.css";

interface ChoicesProps<Value extends string | number> {
  legend: string;
  choices: readonly { value: Value; words: string }[];
  /** Null: none yet. */
  chosen: Value | null;
  onChoose: (value: Value) => void;
}

/** One of a few, all of them in sight. */
export function Choices<Value extends string | number>({ legend, choices, chosen, onChoose }: ChoicesProps<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {choices.map(({ value, words }) => (
        <label key={value} className={styles.choice}>
          <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} /> {words}
        </label>
      ))}
    </fieldset>
  );
}
