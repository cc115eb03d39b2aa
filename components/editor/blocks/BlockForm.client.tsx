import type { ReactNode } from "react";
import { Button } from "#components/ui/Button";
import { sendByKey } from "../../ui/send-by-key.ts";
import linkStyles from "../text/LinkPopover.module.css";
import styles from "./BlockDialog.module.css";

/** What each form of a block is given. */
export interface BlockFormProps<Before, Attrs = Before> {
  before: Before;
  /** Something was typed or chosen that is not in the text yet. */
  onTyped: () => void;
  onDone: (attrs: Attrs) => void;
}

interface Props extends Pick<BlockFormProps<unknown>, "onTyped"> {
  isNew: boolean;
  onSend: () => void;
  children: ReactNode;
}

/** A small dialog's form, with the one way on from it. */
export const BlockForm = ({ isNew, onTyped, onSend, children }: Props) => (
  <form
    className={styles.form}
    noValidate
    onInput={onTyped}
    onKeyDown={sendByKey}
    onSubmit={(event) => {
      event.preventDefault();
      event.stopPropagation();
      onSend();
    }}
  >
    {children}
    <div className={linkStyles.buttons}>
      <Button type="submit" tone="primary">
        {isNew ? "Insert" : "Change"}
      </Button>
    </div>
  </form>
);
