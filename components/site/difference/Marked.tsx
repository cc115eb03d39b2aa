import type { ReactNode } from "react";
import { Hidden } from "#components/ui/Hidden";
import type { Stretch } from "#newsroom/body/word-difference";
import type { Setting } from "../body/setting.ts";
import styles from "./Marked.module.css";

interface MarkedProps {
  kind: Stretch["kind"];
  setting: Pick<Setting, "words" | "furniture">;
  /** Whole blocks, and not words within one. */
  isBlock?: boolean;
  children: ReactNode;
}

/** What came or went, said before and after it to those who cannot see the marks. */
export function Marked({ kind, setting, isBlock = false, children }: MarkedProps) {
  if (kind === "same") return children;
  const { lang } = setting.furniture;
  const { added, removed } = setting.words.difference;
  const [Element, words] = kind === "new" ? (["ins", added] as const) : (["del", removed] as const);
  return (
    <Element className={isBlock ? styles.block : styles.words} {...(isBlock && { "data-sign": words.sign })}>
      <Hidden>
        <span lang={lang}> {words.begins} </span>
      </Hidden>
      {children}
      <Hidden>
        <span lang={lang}> ({words.ends}) </span>
      </Hidden>
    </Element>
  );
}
