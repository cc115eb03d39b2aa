import styles from "./Body.module.css";

interface Props {
  note: string;
}

/** Stands where the page meets something newer than itself: said, never dropped. */
export function Unsupported({ note }: Props) {
  return <p className={styles.unsupported}>{note}</p>;
}
