import { useEffect, useState } from "react";
import type { Doc } from "yjs";
import { type StorySuggestion, suggestionsIn } from "#newsroom/stories/document/document";

const pauseMs = 200;

/** What is proposed in a story, from top to bottom. It is looked through once typing pauses. */
export function useSuggestionList(doc: Doc | null): StorySuggestion[] {
  const [list, setList] = useState<StorySuggestion[]>([]);
  useEffect(() => {
    if (!doc) return setList([]);
    let pause: ReturnType<typeof setTimeout> | undefined;
    const lookSoon = () => {
      clearTimeout(pause);
      pause = setTimeout(() => setList(suggestionsIn(doc)), pauseMs);
    };
    doc.on("update", lookSoon);
    lookSoon();
    return () => {
      clearTimeout(pause);
      doc.off("update", lookSoon);
    };
  }, [doc]);
  return list;
}
