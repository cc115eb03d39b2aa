import { useCallback } from "react";

/**
 * Tells the browser and the editor how much of the window lies under the bars above the text: nothing is scrolled to there. Bars at the
 * very edge of the window are `data-stuck`: all that stood above them is out of sight.
 */
export const useScrollRoom = () =>
  useCallback((bars: HTMLElement | null) => {
    if (!bars) return;
    const root = document.documentElement;
    const measure = () => {
      const top = Number.parseFloat(getComputedStyle(bars).insetBlockStart) || 0;
      root.style.scrollPaddingBlockStart = `${top + bars.offsetHeight}px`;
    };
    const observer = new ResizeObserver(measure);
    for (const element of [bars, root]) observer.observe(element);
    const edge = new IntersectionObserver(
      ([seen]) => {
        bars.toggleAttribute("data-stuck", seen !== undefined && seen.boundingClientRect.top < 1);
      },
      { threshold: [0, 1], rootMargin: "-1px 0px 0px 0px" },
    );
    edge.observe(bars);
    return () => {
      observer.disconnect();
      edge.disconnect();
      root.style.scrollPaddingBlockStart = "";
    };
  }, []);
