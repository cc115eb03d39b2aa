import type { ReactNode } from "react";
import styles from "./AuthFrame.module.css";

/** The quiet page before the desk: the paper's name, and one thing to do. */
export const AuthFrame = ({ newsroom, children }: { newsroom: string; children: ReactNode }) => (
  <div className={styles.frame}>
    <header className={styles.head}>
      <a href="/" className={styles.name}>
        {newsroom}
      </a>
    </header>
    <main className={styles.main}>{children}</main>
  </div>
);
