import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "./button-look.ts";

interface ButtonLinkProps extends ComponentProps<"a">, ButtonLook {
  href: string;
}

/** A plain link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ tone, size, className, ...rest }: ButtonLinkProps) {
  return <a {...rest} className={buttonClass({ tone, size }, className)} />;
}
