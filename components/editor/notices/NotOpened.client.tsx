"use client";
import { Button } from "#components/ui/Button";
import styles from "./NotOpened.module.css";

/** The text holds something of a newer editor, or could not be read: better not touched than harmed. */
export const NotOpened = () => (
  <div className={styles.newer}>
    <p>
      This window cannot open the text: it may hold something that only a newer editor knows. Nothing is lost. Reload
      the page to go on.
    </p>
    <Button onClick={() => location.reload()}>Reload</Button>
  </div>
);
