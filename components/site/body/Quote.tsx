import type { ReactNode } from "react";

interface Props {
  children: ReactNode;
}

/** Somebody else's words. */
export function Quote({ children }: Props) {
  return <blockquote>{children}</blockquote>;
}
