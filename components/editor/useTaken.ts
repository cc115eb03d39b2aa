import { useCallback, useEffect, useState } from "react";
import { keepText, keptText } from "../unsent/kept-text.ts";
import { unseenTaken } from "./taken-words.ts";

/** Words that were typed here in a part that somebody took away at the same time. They stay in this browser until they are dismissed. */
export function useTaken(storyId: string, personId: string) {
  const place = `taken ${storyId} ${personId}`;
  const [words, setWords] = useState("");
  useEffect(() => setWords(keptText(place)), [place]);
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
  const dismiss = useCallback(() => {
    keepText(place, unseenTaken(keptText(place), words));
    setWords("");
  }, [place, words]);
  return { words, add, dismiss };
}
