import styles from "./Button.module.css";
import { classes } from "./classes.ts";

export interface ButtonLook {
  /** `plain` has an edge, `primary` is the one thing to do here, `danger` takes something away, `quiet` has no edge. */
  tone?: "plain" | "primary" | "danger" | "quiet";
  size?: "medium" | "small";
}

export const buttonClass = ({ tone = "plain", size = "medium" }: ButtonLook, ...more: (string | undefined | false)[]) =>
  classes(styles.button, styles[tone], size === "small" && styles.small, ...more);
