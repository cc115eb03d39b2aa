import type { ReactNode } from "react";
import styles from "./Badge.module.css";
import { classes } from "./classes.ts";

export type Tone = "plain" | "good" | "info" | "warning" | "danger";

interface BadgeProps {
  tone?: Tone;
  /** The longer words, on hover. */
  title?: string;
  children: ReactNode;
}

/** A state in one or two words; the colour never says more than they do. */
export const Badge = ({ tone = "plain", title, children }: BadgeProps) => (
  <span className={classes(styles.badge, styles[tone])} title={title}>
    {children}
  </span>
);
