import { Button } from "#components/ui/Button";
import styles from "../LinkPopover.module.css";

/** The one way on from a small dialog. */
export const FormFoot = ({ isNew }: { isNew: boolean }) => (
  <div className={styles.buttons}>
    <Button type="submit" tone="primary">
      {isNew ? "Insert" : "Change"}
    </Button>
  </div>
);
