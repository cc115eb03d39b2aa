import { exactly } from "../when.ts";
import styles from "./NotificationsScreen.module.css";

export interface MailRow {
  file: string;
  at: Date;
  to: string;
  subject: string;
}

/** What would have gone out by mail, were there a server that takes it. */
export const MailThatStayed = ({ mails, zone }: { mails: readonly MailRow[]; zone: string }) => (
  <section aria-labelledby="mails" className={styles.part}>
    <h2 id="mails">Mail that went nowhere</h2>
    <p className={styles.hint}>The newest of DATA_DIR/mail. Set SMTP_URL and MAIL_FROM, and mail goes out.</p>
    <ul className={styles.list}>
      {mails.map(({ file, at, to, subject }) => (
        <li key={file} className={styles.row}>
          <p dir="auto">{subject}</p>
          <p className={styles.hint}>
            To {to}, <time dateTime={at.toISOString()}>{exactly(at, zone)}</time>
          </p>
        </li>
      ))}
    </ul>
  </section>
);
