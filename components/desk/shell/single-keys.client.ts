"use client";
import { useSyncExternalStore } from "react";

const setting = "chapar.single-keys";
const changed = "chapar:single-keys";

/** May single keys act? Kept in this browser, since some people speak or tremble onto keys (WCAG 2.1.4). */
export const useSingleKeys = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => read() !== "off",
    () => true,
  );

export function letSingleKeys(on: boolean): void {
  try {
    localStorage.setItem(setting, on ? "on" : "off");
  } catch {
    // A browser without storage keeps the default.
  }
  window.dispatchEvent(new Event(changed));
}

function read(): string | null {
  try {
    return localStorage.getItem(setting);
  } catch {
    return null;
  }
}

function subscribe(hear: () => void): () => void {
  for (const event of [changed, "storage"]) window.addEventListener(event, hear);
  return () => {
    for (const event of [changed, "storage"]) window.removeEventListener(event, hear);
  };
}
