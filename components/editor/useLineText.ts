import { useCallback, useSyncExternalStore } from "react";
import { type Doc, XmlElement } from "yjs";
import type { lineNames } from "#newsroom/stories/story-text";

/** What a line of the document says, as it is typed. */
export function useLineText(doc: Doc | null, name: (typeof lineNames)[number], otherwise: string): string {
  const subscribe = useCallback(
    (listener: () => void) => {
      const line = doc?.getXmlFragment(name);
      line?.observeDeep(listener);
      return () => line?.unobserveDeep(listener);
    },
    [doc, name],
  );
  const read = () =>
    doc
      ? doc
          .getXmlFragment(name)
          .toArray()
          .flatMap((paragraph) => (paragraph instanceof XmlElement ? paragraph.toArray() : []))
          .map(String)
          .join(" ")
      : otherwise;
  return useSyncExternalStore(subscribe, read, () => otherwise);
}
