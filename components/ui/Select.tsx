import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classes } from "./classes.ts";
import styles from "./Input.module.css";

interface SelectProps extends Omit<ComponentProps<"select">, "children"> {
  options: readonly { value: string; label: string; disabled?: boolean }[];
}

/** One of a short list: the browser's own control, which works without script and on every phone. */
export function Select({ options, className, ...rest }: SelectProps) {
  return (
    <span className={classes(styles.selectBox, className)}>
      <select {...rest} className={classes(styles.input, styles.select)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className={styles.chevron} />
    </span>
  );
}
