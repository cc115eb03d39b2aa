"use client";
import { Popover as BasePopover } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { classes } from "./classes.ts";
import styles from "./Popover.module.css";
import surface from "./Surface.module.css";

interface PopoverProps {
  trigger?: ReactElement;
  title: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** What it stands beside when there is no trigger (a selection in a text, say). */
  anchor?: Parameters<typeof BasePopover.Positioner>[0]["anchor"];
  align?: "start" | "center" | "end";
  children: ReactNode;
}

/** A small form or explanation beside what it belongs to; the page behind it stays usable. */
export function Popover({ trigger, title, open, onOpenChange, anchor, align = "start", children }: PopoverProps) {
  return (
    <BasePopover.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <BasePopover.Trigger render={trigger} /> : null}
      <BasePopover.Portal>
        <BasePopover.Positioner className={surface.positioner} anchor={anchor} align={align} sideOffset={6}>
          <BasePopover.Popup className={classes(surface.surface, styles.popover)}>
            <BasePopover.Title className={styles.title}>{title}</BasePopover.Title>
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
