import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "./button-look.ts";

export interface ButtonProps extends ComponentProps<"button">, ButtonLook {
  /** While true it cannot be pressed but keeps the focus; say in its words what is going on ("Publishing…"). */
  busy?: boolean;
}

/** A button with words. Of type `button` unless it says `submit`. */
export function Button({
  tone,
  size,
  busy = false,
  type = "button",
  className,
  onClick,
  "aria-disabled": disabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={busy ? "button" : type}
      aria-busy={busy || undefined}
      aria-disabled={busy || disabled}
      className={buttonClass({ tone, size }, className)}
      {...(busy ? {} : { onClick })}
    />
  );
}
