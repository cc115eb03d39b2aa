import type { StoryDifference } from "#newsroom/stories/revisions/story-difference";
import { Comparison } from "../../desk/revisions/Comparison.tsx";
import styles from "./ScrolledComparison.module.css";

interface ScrolledComparisonProps {
  label: string;
  difference: StoryDifference;
  language: string;
}

/** A comparison within a dialog. */
export const ScrolledComparison = ({ label, difference, language }: ScrolledComparisonProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by the keyboard
  <section className={styles.box} tabIndex={0} aria-label={label}>
    <Comparison difference={difference} language={language} />
  </section>
);
