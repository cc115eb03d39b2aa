"use client";
import { Checkbox } from "#components/ui/Checkbox";
import { Kbd } from "#components/ui/Kbd";
import styles from "./Shortcuts.module.css";
import { shortcuts } from "./shortcuts.ts";
import { letSingleKeys, useSingleKeys } from "./single-keys.client.ts";

/** The desk's single keys. */
export const DeskKeys = () =>
  shortcuts.map(({ where, keys }) => (
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
  ));

/** Whether they act. */
export const SingleKeys = () => (
  <Checkbox
    label="Single keys act as shortcuts"
    hint="In this browser. Tab, arrows and Enter always work."
    checked={useSingleKeys()}
    onChange={(event) => letSingleKeys(event.target.checked)}
  />
);
