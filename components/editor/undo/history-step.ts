/** A step through the browser's history, before it is taken: one may say no. TypeScript does not know the Navigation API yet. */
interface HistoryStep extends Event {
  navigationType: "push" | "replace" | "reload" | "traverse";
  destination: { index: number; sameDocument: boolean; url: string };
}

interface Navigation {
  currentEntry: { index: number } | null;
  addEventListener(type: "navigate", hear: (step: HistoryStep) => void): void;
  removeEventListener(type: "navigate", hear: (step: HistoryStep) => void): void;
}

declare global {
  interface Window {
    /** Browsers before 2026 may not have it. */
    navigation?: Navigation;
  }
}

/**
 * Calls back when somebody leaves this page by Back or Forward for another one of the desk, with how far they go; answers how to stop that.
 * Not on "popstate": the router hears of that before anybody else, and is on its way.
 */
export function hearSteps(hear: (step: Event, by: number) => void): () => void {
  const { navigation } = window;
  const heard = (step: HistoryStep) => {
    const { index, sameDocument, url } = step.destination;
    if (step.navigationType !== "traverse" || !sameDocument || !step.cancelable) return;
    if (new URL(url).pathname !== location.pathname) hear(step, index - (navigation?.currentEntry?.index ?? 0));
  };
  navigation?.addEventListener("navigate", heard);
  return () => navigation?.removeEventListener("navigate", heard);
}
