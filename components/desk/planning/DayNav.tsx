import { ChevronLeft, ChevronRight } from "lucide-react";
import { ButtonLink } from "#components/ui/ButtonLink";
import styles from "./DayNav.module.css";

interface DayNavProps {
  /** What it goes through: "Week", "Day". */
  what: string;
  before: string;
  today: string;
  after: string;
}

/** To what was before, to now, to what comes. */
export const DayNav = ({ what, before, today, after }: DayNavProps) => (
  <nav aria-label={`${what}s`} className={styles.nav}>
    <ButtonLink href={before} aria-label={`${what} before`} tone="quiet">
      <ChevronLeft aria-hidden />
    </ButtonLink>
    <ButtonLink href={today}>Today</ButtonLink>
    <ButtonLink href={after} aria-label={`${what} after`} tone="quiet">
      <ChevronRight aria-hidden />
    </ButtonLink>
  </nav>
);
