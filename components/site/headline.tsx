import type { ReactNode } from "react";
import styles from "./headline.module.css";
import { inOrder } from "./in-order.ts";

const compound = /([\p{L}\p{N}]{2,}(?:-[\p{L}\p{N}]+)+)/u;
const longest = 16;

/** The words of a headline; a compound such as "Tajik-Afghan" is not broken at its hyphen where large type would do so. */
export const headlineText = (headline: string): ReactNode =>
  inOrder(headline.split(compound).map((part, i) => (i % 2 === 1 && part.length <= longest ? whole(part) : part)));

const whole = (word: string) => <span className={styles.whole}>{word}</span>;
