import styles from "./Kbd.module.css";

/** Keys to press together, written with plus signs: `Ctrl+S`, `?`. */
export const Kbd = ({ keys }: { keys: string }) => (
  <kbd className={styles.keys}>
    {(keys === "+" ? ["+"] : keys.split("+")).map((key) => (
      <kbd key={key} className={styles.key}>
        {key}
      </kbd>
    ))}
  </kbd>
);
