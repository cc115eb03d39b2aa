import type { ReactNode } from "react";
import { Hidden } from "#components/ui/Hidden";
import type { Stretch } from "#newsroom/body/word-difference";
import styles from "./Marked.module.css";

interface MarkedProps {
  kind: Stretch["kind"];
  /** Whole blocks, and not words within one. */
  isBlock?: boolean;
  children: ReactNode;
}

/** What came or went, said before and after it to those who cannot see the marks. */
export function Marked({ kind, isBlock = false, children }: MarkedProps) {
  if (kind === "same") return children;
  const [Element, begins, ends] =
    kind === "new" ? (["ins", "Added:", "end of addition"] as const) : (["del", "Removed:", "end of removal"] as const);
  return (
    <Element className={isBlock ? styles.block : styles.words}>
      <Hidden>
        <span lang="en"> {begins} </span>
      </Hidden>
      {children}
      <Hidden>
        <span lang="en"> ({ends}) </span>
      </Hidden>
    </Element>
  );
}
