import type { ReactNode } from "react";
import styles from "./Form.module.css";

/** A page that says one thing, with a way on. */
export const AuthWords = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className={styles.words}>
    <h1 className={styles.title}>{title}</h1>
    {children}
  </div>
);
