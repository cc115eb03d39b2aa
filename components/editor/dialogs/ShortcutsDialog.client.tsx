"use client";
import { Dialog } from "#components/ui/Dialog.client";
import { Kbd } from "#components/ui/Kbd";
import { editorShortcuts, keysOf, typedMarks } from "../keys.ts";
import styles from "./ShortcutsDialog.module.css";

/** Everything that the keyboard can do here. */
export const ShortcutsDialog = ({ onClose }: { onClose: () => void }) => (
  <Dialog title="Shortcuts" open onOpenChange={(open) => (open ? undefined : onClose())} wide>
    <div className={styles.columns}>
      {editorShortcuts.map(({ where, list }) => (
        <section key={where}>
          <h3 className={styles.where}>{where}</h3>
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
    </div>
  </Dialog>
);
