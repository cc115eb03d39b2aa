import type { ComponentProps } from "react";
import { classes } from "./classes.ts";
import styles from "./Input.module.css";

/** Several lines; grows with what is typed where the browser can. */
export function TextArea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return <textarea {...rest} rows={rows} className={classes(styles.input, styles.area, className)} />;
}
