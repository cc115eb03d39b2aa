import type { ReactNode } from "react";
import type { Tone } from "./Badge.tsx";
import { classes } from "./classes.ts";
import styles from "./StatusLine.module.css";

interface StatusLineProps {
  tone?: Tone;
  /** A coloured bar across its box instead of a line of small words. */
  bar?: boolean;
  className?: string;
  children?: ReactNode;
}

/** How things stand, read aloud politely when it changes. Keep it on the page while empty, so that it is heard. */
export const StatusLine = ({ tone = "plain", bar = false, className, children }: StatusLineProps) => (
  <div role="status" className={classes(styles.status, styles[tone], bar && children ? styles.bar : null, className)}>
    {children}
  </div>
);
