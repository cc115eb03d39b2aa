import type { ComponentProps, ReactNode } from "react";
import styles from "./Button.module.css";
import { type ButtonLook, buttonClass } from "./button-look.ts";

interface IconButtonProps extends Omit<ComponentProps<"button">, "aria-label" | "children">, ButtonLook {
  /** What it does, for those who cannot see the icon. */
  label: string;
  /** An icon of lucide-react. */
  children: ReactNode;
}

/** A square button with an icon and no words; wrap it in a Tooltip to show its label. */
export function IconButton({
  label,
  tone = "quiet",
  size,
  type = "button",
  className,
  children,
  ...rest
}: IconButtonProps) {
  return (
    <button {...rest} type={type} aria-label={label} className={buttonClass({ tone, size }, styles.square, className)}>
      {children}
    </button>
  );
}
