import type { HTMLAttributes } from "react";

type CustomElement = HTMLAttributes<HTMLElement> & { class?: string; [data: `data-${string}`]: string | undefined };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "currency-ticker": CustomElement;
      "embed-frame": CustomElement;
      "site-menu": CustomElement;
      "site-search": CustomElement;
    }
  }
}
