import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { hearSteps } from "../undo/history-step.ts";

interface Guarded {
  /** Is there anything that the newsroom has not confirmed? */
  isUnsafe(): boolean;
  /** Tries to make it safe at once. */
  save(): Promise<boolean>;
  /** Something changed outside: focus, connection, sign-in in another tab. */
  wake(): void;
  /** The browser's word on the network. */
  online(isOnline: boolean): void;
}

/**
 * Nobody leaves unsaved text without being asked: closing asks through the browser; a link of the desk, signing out
 * in its bar, and the browser's Back save first and ask only if that fails (`isAsked`).
 */
export function useLeaving(guarded: Guarded) {
  const router = useRouter();
  const latest = useRef(guarded);
  latest.current = guarded;
  const [asked, setAsked] = useState<{ go: () => void } | null>(null);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (latest.current.isUnsafe()) event.preventDefault();
    };
    const hurry = () => {
      if (document.visibilityState === "hidden") void latest.current.save();
      else latest.current.wake();
    };
    const flush = () => void latest.current.save();
    const wake = () => latest.current.wake();
    const network = () => latest.current.online(navigator.onLine);
    const follow = (event: MouseEvent) => {
      const href = hrefOfClick(event);
      if (!href || !latest.current.isUnsafe()) return;
      hold(event, () => router.push(href));
    };
    const submit = (event: SubmitEvent) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || !form.closest("header") || !latest.current.isUnsafe()) return;
      hold(event, () => {
        isReleased = true;
        form.requestSubmit(event.submitter);
      });
    };
    const step = (event: Event, by: number) => {
      if (!latest.current.isUnsafe()) return;
      hold(event, () => {
        isReleased = true;
        history.go(by);
      });
    };
    let isReleased = false;
    const hold = (event: Event, go: () => void) => {
      if (isReleased) return;
      event.preventDefault();
      event.stopPropagation();
      void latest.current.save().then((isSafe) => (isSafe ? go() : setAsked({ go })));
    };
    window.addEventListener("beforeunload", ask);
    const hearNoSteps = hearSteps(step);
    window.addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", hurry);
    document.addEventListener("click", follow, { capture: true });
    document.addEventListener("submit", submit, { capture: true });
    const outside = ["focus", "online", "pageshow"];
    for (const event of outside) window.addEventListener(event, wake);
    for (const event of ["online", "offline"]) window.addEventListener(event, network);
    return () => {
      window.removeEventListener("beforeunload", ask);
      hearNoSteps();
      window.removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", hurry);
      document.removeEventListener("click", follow, { capture: true });
      document.removeEventListener("submit", submit, { capture: true });
      for (const event of outside) window.removeEventListener(event, wake);
      for (const event of ["online", "offline"]) window.removeEventListener(event, network);
    };
  }, [router]);

  return {
    isAsked: asked !== null,
    stay: () => setAsked(null),
    leave() {
      asked?.go();
      setAsked(null);
    },
  };
}

export type Leaving = ReturnType<typeof useLeaving>;

/** Where a plain click on a link of this site goes; null for clicks that open a tab or leave by the browser itself. */
function hrefOfClick(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || (link.target && link.target !== "_self") || link.hasAttribute("download")) return null;
  const { origin, pathname, search, hash } = new URL(link.href, location.href);
  if (origin !== location.origin || !pathname.startsWith("/desk")) return null;
  if (pathname === location.pathname && search === location.search) return null;
  return `${pathname}${search}${hash}`;
}
