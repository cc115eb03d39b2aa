"use client";
import { createContext, type ReactNode, useContext } from "react";

export const UnsentContext = createContext({ person: "", story: "" });

interface UnsentInProps {
  person?: string;
  story?: string;
  children: ReactNode;
}

/** Whose words these are, and of which story: what one does not send, nobody else gets, and no other story. */
export function UnsentIn({ children, ...here }: UnsentInProps) {
  return <UnsentContext value={{ ...useContext(UnsentContext), ...here }}>{children}</UnsentContext>;
}
