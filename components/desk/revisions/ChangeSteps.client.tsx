"use client";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Hidden } from "#components/ui/Hidden";
import { IconButton } from "#components/ui/IconButton";
import { StatusLine } from "#components/ui/StatusLine";
import { nextRow } from "../shell/shortcuts.ts";
import styles from "./ChangeSteps.module.css";
import { changesIn } from "./changes-in.ts";

/** From one change of the comparison around it to the next, for the mouse and, by `Shortcuts`, for single keys. */
export function ChangeSteps() {
  const root = useRef<HTMLDivElement>(null);
  const [count, setCount] = useState(0);
  const [at, setAt] = useState({ place: -1, words: "" });
  const changes = () => changesIn(root.current?.closest("[data-changes]") ?? document.createElement("p"));
  // The comparison may be another one each time.
  useEffect(() => setCount(changes().length));

  function step(by: 1 | -1) {
    const all = changes();
    const marked = all.findIndex((change) => change.matches("[data-current]"));
    const place = nextRow(marked, by, all.length);
    const change = all[place];
    if (!change) return;
    for (const one of all) one.toggleAttribute("data-current", one === change);
    change.scrollIntoView({ block: "nearest" });
    setAt({ place, words: change.textContent });
    if (root.current?.contains(document.activeElement)) return;
    change.tabIndex = -1;
    change.focus();
  }

  return (
    <div ref={root} className={styles.steps} hidden={count < 2}>
      <IconButton
        label="Change before"
        title="Change before (k)"
        size="small"
        data-shortcut="change-before"
        onClick={() => step(-1)}
      >
        <ArrowUp aria-hidden />
      </IconButton>
      <IconButton
        label="Next change"
        title="Next change (j)"
        size="small"
        data-shortcut="next-change"
        onClick={() => step(1)}
      >
        <ArrowDown aria-hidden />
      </IconButton>
      <StatusLine>
        {at.place < 0 ? null : (
          <>
            {Math.min(at.place + 1, count)} of {count}
            <Hidden> {at.words}</Hidden>
          </>
        )}
      </StatusLine>
    </div>
  );
}
