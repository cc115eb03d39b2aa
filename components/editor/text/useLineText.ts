import { useCallback, useSyncExternalStore } from "react";
import type { Doc } from "yjs";
import type { LineName } from "#newsroom/stories/document/story-text";
import { lineText } from "./line-text.ts";

/** What a line of the document says, as it is typed. */
export function useLineText(doc: Doc | null, name: LineName, otherwise: string): string {
  const subscribe = useCallback(
    (listener: () => void) => {
      const line = doc?.getXmlFragment(name);
      line?.observeDeep(listener);
      return () => line?.unobserveDeep(listener);
    },
    [doc, name],
  );
  const read = () => (doc ? lineText(doc, name) : otherwise);
  return useSyncExternalStore(subscribe, read, () => otherwise);
}
