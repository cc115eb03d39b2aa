"use client";
import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactElement, ReactNode, RefObject } from "react";
import { classes } from "./classes.ts";
import styles from "./Dialog.module.css";
import { IconButton } from "./IconButton.tsx";
import surface from "./Surface.module.css";

interface DialogProps {
  title: ReactNode;
  description?: ReactNode;
  /** The button that opens it; leave out when `open` is set from elsewhere. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  wide?: boolean;
  /** The row of buttons; a Button inside a `<form id>` may submit it by `form`. */
  footer?: ReactNode;
  initialFocus?: RefObject<HTMLElement | null>;
  /** Where the focus goes afterwards; without it, back to where it was. False if whoever closes it sees to that. */
  finalFocus?: RefObject<HTMLElement | null> | false;
  children?: ReactNode;
}

/** Something to look at or fill in before going on; Escape, a click beside it and its × close it. */
export function Dialog({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  wide = false,
  footer,
  initialFocus,
  finalFocus,
  children,
}: DialogProps) {
  return (
    <BaseDialog.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <BaseDialog.Trigger render={trigger} /> : null}
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.scrim} />
        <BaseDialog.Viewport className={styles.viewport}>
          <BaseDialog.Popup
            className={classes(surface.surface, styles.dialog, wide && styles.wide)}
            initialFocus={initialFocus}
            finalFocus={finalFocus}
          >
            <div className={classes(styles.headings, styles.besideClose)}>
              <BaseDialog.Title className={styles.title}>{title}</BaseDialog.Title>
              {description ? (
                <BaseDialog.Description className={styles.description}>{description}</BaseDialog.Description>
              ) : null}
            </div>
            {children}
            {footer ? <div className={styles.foot}>{footer}</div> : null}
            <BaseDialog.Close
              className={styles.close}
              render={
                <IconButton label="Close" size="small">
                  <X aria-hidden />
                </IconButton>
              }
            />
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
