import { useId } from "react";
import styles from "./SectionChoice.module.css";

interface SectionChoiceProps {
  sections: readonly { id: string; name: string }[];
  /** Empty: none yet. */
  value: string;
  error?: string | null;
  onChange: (sectionId: string) => void;
}

/** All of them in sight: one click, where a list to open would take two. */
export function SectionChoice({ sections, value, error, onChange }: SectionChoiceProps) {
  const id = useId();
  return (
    <fieldset className={styles.choice} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={styles.legend}>Section</legend>
      <div className={styles.sections}>
        {[{ id: "", name: "No section yet" }, ...sections].map((section) => (
          <label key={section.id} className={styles.section}>
            <input
              type="radio"
              name={id}
              value={section.id}
              checked={section.id === value}
              onChange={() => onChange(section.id)}
            />
            {section.name}
          </label>
        ))}
      </div>
      <p id={`${id}-error`} className={styles.error}>
        {error}
      </p>
    </fieldset>
  );
}
