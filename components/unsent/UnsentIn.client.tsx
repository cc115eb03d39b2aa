"use client";
import { createContext, type ReactNode, useContext, useState } from "react";
import { dropOldTexts } from "./kept-text.ts";

export const UnsentContext = createContext({ person: "", story: "" });

interface UnsentInProps {
  person?: string;
  story?: string;
  children: ReactNode;
}

/** Whose words these are, and of which story: what one does not send, nobody else gets, and no other story. */
export function UnsentIn({ children, ...here }: UnsentInProps) {
  // Before the forms in here look for theirs.
  useState(() => here.person && typeof window !== "undefined" && dropOldTexts(here.person, Date.now()));
  return <UnsentContext value={{ ...useContext(UnsentContext), ...here }}>{children}</UnsentContext>;
}
