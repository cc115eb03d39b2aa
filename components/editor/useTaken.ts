import { useCallback, useEffect, useMemo, useState } from "react";
import { uuidv7 } from "uuidv7";
import { keepText, keptPlaces, keptText } from "../unsent/kept-text.ts";
import type { Taking } from "./saving/document-sync.ts";
import { unseenTaken } from "./taken-words.ts";

/** Words that were typed here in a part that somebody took away at the same time. They stay in this browser until they are dismissed. */
export function useTaken(storyId: string, personId: string) {
  const place = `taken ${storyId} ${personId}`;
  const maybe = `taken maybe ${storyId} ${personId} `;
  const [words, setWords] = useState("");
  const add = useCallback(
    (more: string) => {
      // Another window may have had its own taken away.
      const before = keptText(place);
      const all = before === "" ? more : `${before}\n${more}`;
      keepText(place, all);
      setWords(all);
    },
    [place],
  );
  useEffect(() => {
    setWords(keptText(place));
    // A window that went before the newsroom said what became of them.
    for (const left of keptPlaces(maybe)) {
      add(keptText(left));
      keepText(left, "");
    }
  }, [place, maybe, add]);
  const taking: Taking = useMemo(() => {
    const own = maybe + uuidv7();
    return { maybe: (words) => keepText(own, words), gone: add };
  }, [maybe, add]);
  const dismiss = useCallback(() => {
    keepText(place, unseenTaken(keptText(place), words));
    setWords("");
  }, [place, words]);
  return { words, taking, dismiss };
}
