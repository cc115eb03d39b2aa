"use client";
import { AlertDialog as BaseAlertDialog } from "@base-ui/react/alert-dialog";
import { type ReactElement, type ReactNode, useRef } from "react";
import { Button } from "./Button.tsx";
import { classes } from "./classes.ts";
import styles from "./Dialog.module.css";
import { StatusLine } from "./StatusLine.tsx";
import surface from "./Surface.module.css";

interface AlertDialogProps {
  /** A question with its noun and verb: "Unpublish this story?" */
  title: ReactNode;
  /** What will follow, in a sentence. */
  description: ReactNode;
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The verb, not "OK". */
  confirmLabel: string;
  cancelLabel?: string;
  tone?: "primary" | "danger";
  busy?: boolean;
  /** Said inside when it did not work; the dialog stays open until its owner closes it. */
  error?: string | null;
  onConfirm: () => void;
  /** A field for the reason, say. */
  children?: ReactNode;
}

/** Asks before something that cannot simply be taken back. Focus begins at the harmless button. */
export function AlertDialog({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  confirmLabel,
  cancelLabel = "Cancel",
  tone = "primary",
  busy = false,
  error,
  onConfirm,
  children,
}: AlertDialogProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <BaseAlertDialog.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <BaseAlertDialog.Trigger render={trigger} /> : null}
      <BaseAlertDialog.Portal>
        <BaseAlertDialog.Backdrop className={styles.scrim} />
        <BaseAlertDialog.Viewport className={styles.viewport}>
          <BaseAlertDialog.Popup
            className={classes(surface.surface, styles.dialog)}
            {...(children ? {} : { initialFocus: cancel })}
          >
            <div className={styles.headings}>
              <BaseAlertDialog.Title className={styles.title}>{title}</BaseAlertDialog.Title>
              <BaseAlertDialog.Description className={styles.description}>{description}</BaseAlertDialog.Description>
            </div>
            {children}
            <StatusLine tone="danger">{error}</StatusLine>
            <div className={styles.foot}>
              <BaseAlertDialog.Close render={<Button ref={cancel}>{cancelLabel}</Button>} />
              <Button tone={tone} busy={busy} onClick={onConfirm}>
                {confirmLabel}
              </Button>
            </div>
          </BaseAlertDialog.Popup>
        </BaseAlertDialog.Viewport>
      </BaseAlertDialog.Portal>
    </BaseAlertDialog.Root>
  );
}
