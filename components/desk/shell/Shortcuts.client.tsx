"use client";
import { Keyboard } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Checkbox } from "#components/ui/Checkbox";
import { Dialog } from "#components/ui/Dialog.client";
import { IconButton } from "#components/ui/IconButton";
import { Kbd } from "#components/ui/Kbd";
import styles from "./Shortcuts.module.css";
import { nextRow, shortcutKey, shortcuts } from "./shortcuts.ts";
import { letSingleKeys, useSingleKeys } from "./single-keys.client.ts";

/** Hears the desk's single keys and tells which there are. */
export function Shortcuts() {
  const [isOpen, setOpen] = useState(false);
  const isOn = useSingleKeys();
  const router = useRouter();

  useEffect(() => {
    if (!isOn) return;
    const acts: Record<string, () => unknown> = {
      "?": () => setOpen(true),
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
    <Dialog
      title="Keyboard shortcuts"
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <IconButton label="Keyboard shortcuts" title="Keyboard shortcuts">
          <Keyboard aria-hidden />
        </IconButton>
      }
    >
      {shortcuts.map(({ where, keys }) => (
        <section key={where} className={styles.group}>
          <h3>{where}</h3>
          <dl className={styles.keys}>
            {keys.map(({ key, words }) => (
              <div key={key} className={styles.key}>
                <dt>
                  <Kbd keys={key} />
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Checkbox
        label="Single keys act as shortcuts"
        hint="In this browser. Tab, arrows and Enter always work."
        checked={isOn}
        onChange={(event) => letSingleKeys(event.target.checked)}
      />
    </Dialog>
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
