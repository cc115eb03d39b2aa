import type { ReactNode } from "react";
import styles from "./Notice.module.css";

interface NoticeProps {
  title: string;
  text: string;
  /** Under which the log has more. */
  code?: string | undefined;
  /** Ways on. */
  children: ReactNode;
}

/** A page of its own for when there is nothing else to show. */
export const Notice = ({ title, text, code, children }: NoticeProps) => (
  <div className={styles.notice}>
    <h1 className={styles.title}>{title}</h1>
    <p>{text}</p>
    <p className={styles.ways}>{children}</p>
    {code ? <p className={styles.code}>Code {code}</p> : null}
  </div>
);
