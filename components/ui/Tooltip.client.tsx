"use client";
import { Tooltip as BaseTooltip } from "@base-ui/react/tooltip";
import type { ReactElement } from "react";
import { Kbd } from "./Kbd.tsx";
import surface from "./Surface.module.css";
import styles from "./Tooltip.module.css";

interface TooltipProps {
  /** The label of the control, for the eye: it adds nothing that only it would say. */
  text: string;
  /** As in Kbd: "Ctrl+B". */
  keys?: string;
  /** One control that can have the focus. */
  children: ReactElement;
}

export const Tooltip = ({ text, keys, children }: TooltipProps) => (
  <BaseTooltip.Root>
    <BaseTooltip.Trigger render={children} />
    <BaseTooltip.Portal>
      <BaseTooltip.Positioner className={surface.positioner} sideOffset={6}>
        <BaseTooltip.Popup className={styles.tooltip}>
          {text}
          {keys ? <Kbd keys={keys} /> : null}
        </BaseTooltip.Popup>
      </BaseTooltip.Positioner>
    </BaseTooltip.Portal>
  </BaseTooltip.Root>
);
