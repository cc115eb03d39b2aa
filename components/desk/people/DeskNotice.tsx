import type { ReactNode } from "react";
import styles from "./People.module.css";

/** A desk page that has one thing to say. */
export const DeskNotice = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className={styles.screen}>
    <h1 className={styles.title}>{title}</h1>
    <p>{children}</p>
  </div>
);
