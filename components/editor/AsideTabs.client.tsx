"use client";
import { Tabs } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import styles from "./AsideTabs.module.css";

type Side = "details" | "comments";

interface AsideTabsProps {
  side: Side;
  onSide: (side: Side) => void;
  /** Comments that are not resolved. */
  openComments: number;
  details: ReactNode;
  comments: ReactNode;
}

/** What stands beside the text: what belongs to the story, or what is said about it. Both stay as they are while the other is shown. */
export const AsideTabs = ({ side, onSide, openComments, details, comments }: AsideTabsProps) => (
  <Tabs.Root value={side} onValueChange={(value) => onSide(value === "comments" ? "comments" : "details")}>
    <Tabs.List className={styles.tabs} activateOnFocus>
      <Tabs.Tab value="details" className={styles.tab}>
        Details
      </Tabs.Tab>
      <Tabs.Tab value="comments" className={styles.tab}>
        Comments{openComments > 0 ? ` (${openComments})` : ""}
      </Tabs.Tab>
    </Tabs.List>
    <Tabs.Panel value="details" keepMounted className={styles.side}>
      {details}
    </Tabs.Panel>
    <Tabs.Panel value="comments" keepMounted className={styles.side}>
      {comments}
    </Tabs.Panel>
  </Tabs.Root>
);
