import { type RefObject, useEffect } from "react";

/** Tells the style sheet how high these parts are, as `--<name>` on `screen`: what sticks below them has to know. */
export function useHeights(
  screen: RefObject<HTMLElement | null>,
  parts: Record<string, RefObject<HTMLElement | null>>,
) {
  // The refs are the same for the life of the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: observed once
  useEffect(() => {
    const names = new Map<Element, string>();
    const observer = new ResizeObserver((changes) => {
      for (const { target, borderBoxSize } of changes)
        screen.current?.style.setProperty(`--${names.get(target)}`, `${borderBoxSize[0]?.blockSize ?? 0}px`);
    });
    for (const [name, { current }] of Object.entries(parts)) {
      if (!current) continue;
      names.set(current, name);
      observer.observe(current);
    }
    return () => observer.disconnect();
  }, []);
}
