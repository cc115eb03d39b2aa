"use client";
import { useRef } from "react";
import { Dialog } from "#components/ui/Dialog.client";
import { Kbd } from "#components/ui/Kbd";
import { DeskKeys, SingleKeys } from "../../desk/shell/DeskKeys.client.tsx";
import { editorShortcuts, keysOf, typedMarks } from "../keys.ts";
import styles from "./ShortcutsDialog.module.css";

/** Everything that the keyboard can do here: the editor's keys, and the desk's behind them. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  // The first thing to press stands at the end of the list; who opens it reads from the top.
  const top = useRef<HTMLHeadingElement>(null);
  return (
    <Dialog
      title="Keyboard shortcuts"
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      wide
      initialFocus={top}
    >
      <div className={styles.columns}>
        {editorShortcuts.map(({ where, list }, at) => (
          <section key={where}>
            <h3 className={styles.where} {...(at === 0 && { ref: top, tabIndex: -1 })}>
              {where}
            </h3>
            <dl className={styles.list}>
              {list.map(({ keys, words }) => (
                <div key={keys} className={styles.row}>
                  <dt>
                    <Kbd keys={keysOf(keys)} />
                  </dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section>
          <h3 className={styles.where}>As you type</h3>
          <dl className={styles.list}>
            {typedMarks.map(({ typed, words }) => (
              <div key={typed} className={styles.row}>
                <dt>
                  <code>{typed}</code>
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </section>
        <DeskKeys />
      </div>
      <SingleKeys />
    </Dialog>
  );
}
