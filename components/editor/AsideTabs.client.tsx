"use client";
import { Tabs } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import styles from "./AsideTabs.module.css";

export type Side = "details" | "comments" | "checks";

const isSide = (value: unknown): value is Side => value === "details" || value === "comments" || value === "checks";

interface AsideTabsProps {
  side: Side;
  onSide: (side: Side) => void;
  /** Comments that are not resolved. */
  openComments: number;
  /** Null while nobody has looked. */
  findings: number | null;
  details: ReactNode;
  comments: ReactNode;
  checks: ReactNode;
}

/** What stands beside the text: what belongs to the story, what is said about it, or what the checks find. All stay as they are while the other is shown. */
export const AsideTabs = ({ side, onSide, openComments, findings, details, comments, checks }: AsideTabsProps) => (
  <Tabs.Root value={side} onValueChange={(value) => isSide(value) && onSide(value)}>
    <Tabs.List className={styles.tabs} activateOnFocus>
      <Tabs.Tab value="details" className={styles.tab}>
        Details
      </Tabs.Tab>
      <Tabs.Tab value="comments" className={styles.tab}>
        Comments{openComments > 0 ? ` (${openComments})` : ""}
      </Tabs.Tab>
      <Tabs.Tab value="checks" className={styles.tab}>
        Checks{findings ? ` (${findings})` : ""}
      </Tabs.Tab>
    </Tabs.List>
    <Tabs.Panel value="details" keepMounted className={styles.side}>
      {details}
    </Tabs.Panel>
    <Tabs.Panel value="comments" keepMounted className={styles.side}>
      {comments}
    </Tabs.Panel>
    <Tabs.Panel value="checks" keepMounted className={styles.side}>
      {checks}
    </Tabs.Panel>
  </Tabs.Root>
);
