import type { Role } from "#newsroom/kernel/actor";
import { roleWords } from "../words.ts";
import { roleSentences } from "./people-actions.ts";
import styles from "./RoleChoice.module.css";

const roles: readonly Role[] = ["contributor", "author", "editor", "admin"];

interface RoleChoiceProps {
  value: Role;
  onChange: (role: Role) => void;
}

/** One of four, each with what it is for. Arrow keys move between them. */
export const RoleChoice = ({ value, onChange }: RoleChoiceProps) => (
  <fieldset className={styles.choice}>
    <legend className={styles.legend}>Role</legend>
    {roles.map((role) => (
      <label key={role} className={styles.role}>
        <input type="radio" name="role" value={role} checked={role === value} onChange={() => onChange(role)} />
        <span>
          <span className={styles.name}>{roleWords[role]}</span>{" "}
          <span className={styles.sentence}>{roleSentences[role]}</span>
        </span>
      </label>
    ))}
  </fieldset>
);
