"use client";
import { CSPProvider } from "@base-ui/react/csp-provider";
import { Tooltip } from "@base-ui/react/tooltip";
import type { ReactNode } from "react";
import { Toaster } from "./Toaster.client.tsx";

/** Once around a page: no inline style elements (the policy of the desk forbids them), shared tooltip delays, toasts. */
export const UiProvider = ({ children }: { children: ReactNode }) => (
  <CSPProvider disableStyleElements>
    <Tooltip.Provider delay={500}>{children}</Tooltip.Provider>
    <Toaster />
  </CSPProvider>
);
