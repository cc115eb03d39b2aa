"use client";
import { Bell as BellIcon } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { z } from "zod";
import styles from "./Bell.module.css";
import { hearUnseenChanged } from "./unseen-changed.ts";

const askEveryMs = 60_000;
const mostCounted = 99;
const path = "/desk/notifications";

const Unseen = z.object({ count: z.number() });

/** The way to one's notifications, with how many are new; kept fresh while the window is looked at. */
export function Bell({ unseen }: { unseen: number }) {
  const [count, setCount] = useState(unseen);
  const isHere = usePathname() === path;
  useEffect(() => {
    let asked = 0;
    const ask = async () => {
      if (document.hidden) return;
      const round = ++asked;
      const answer = await fetch("/api/notifications/unseen", { signal: AbortSignal.timeout(10_000) }).catch(
        () => null,
      );
      const found = answer?.ok ? Unseen.safeParse(await answer.json().catch(() => null)).data : undefined;
      // A later question brings a newer answer.
      if (found && round === asked) setCount(found.count);
    };
    const timer = setInterval(ask, askEveryMs);
    const unhear = hearUnseenChanged(ask);
    window.addEventListener("focus", ask);
    document.addEventListener("visibilitychange", ask);
    return () => {
      clearInterval(timer);
      unhear();
      window.removeEventListener("focus", ask);
      document.removeEventListener("visibilitychange", ask);
    };
  }, []);
  return (
    <Link
      href={path}
      prefetch={false}
      className={styles.bell}
      aria-label={labelOf(count)}
      title={labelOf(count)}
      aria-current={isHere ? "page" : undefined}
    >
      <BellIcon aria-hidden />
      {count > 0 ? (
        <span aria-hidden className={styles.count}>
          {count < mostCounted ? count : `${mostCounted}+`}
        </span>
      ) : null}
    </Link>
  );
}

function labelOf(count: number): string {
  if (count === 0) return "Notifications";
  return count < mostCounted ? `Notifications, ${count} new` : `Notifications, ${mostCounted} or more new`;
}
