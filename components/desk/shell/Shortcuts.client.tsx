"use client";
import { Keyboard } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Dialog } from "#components/ui/Dialog.client";
import { IconButton } from "#components/ui/IconButton";
import { askShortcuts } from "./ask-shortcuts.ts";
import { DeskKeys, SingleKeys } from "./DeskKeys.client.tsx";
import { nextRow, shortcutKey } from "./shortcuts.ts";
import { useSingleKeys } from "./single-keys.client.ts";

/** Hears the desk's single keys and tells which there are, unless the screen has a list of its own that does. */
export function Shortcuts() {
  const [isOpen, setOpen] = useState(false);
  const isOn = useSingleKeys();
  const router = useRouter();

  useEffect(() => {
    if (!isOn) return;
    const acts: Record<string, () => unknown> = {
      "?": () => askShortcuts() || setOpen(true),
      n: () => press("new-story"),
      i: () => press("new-idea"),
      "/": () => {
        const search = document.querySelector<HTMLInputElement>("[data-shortcut=search]");
        if (search) search.select();
        else router.push("/desk/stories#search");
      },
      j: () => press("next-change") || step(1),
      k: () => press("change-before") || step(-1),
    };
    const hear = (event: KeyboardEvent) => {
      const key = shortcutKey(event, isTyping(event.target), document.querySelector("[aria-modal=true]") !== null);
      const act = key === null ? undefined : acts[key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, [isOn, router]);

  return (
    <>
      <IconButton
        label="Keyboard shortcuts"
        title="Keyboard shortcuts"
        aria-haspopup="dialog"
        onClick={() => askShortcuts() || setOpen(true)}
      >
        <Keyboard aria-hidden />
      </IconButton>
      <Dialog title="Keyboard shortcuts" open={isOpen} onOpenChange={setOpen}>
        <DeskKeys />
        <SingleKeys />
      </Dialog>
    </>
  );
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest("input:not([type=checkbox]), textarea, select, [role=listbox], [role=menu]") !== null);

/** Presses what a screen offers under this name; false if it is not there. */
function press(name: string): boolean {
  const button = document.querySelector<HTMLElement>(`[data-shortcut=${name}]:not([hidden] *)`);
  button?.click();
  return button !== null;
}

function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const here = rows.findIndex((row) => row.matches(":focus"));
  const row = rows[nextRow(here, by, rows.length)];
  row?.focus();
  row?.scrollIntoView({ block: "nearest" });
}
