"use client";
import { useContext, useLayoutEffect, useState } from "react";
import { keepText, keptText } from "./kept-text.ts";
import { isOverOther, storedOf, type Typed, typedOf, typedOn, type Words, withTyped } from "./typed-words.ts";
import { UnsentContext } from "./UnsentIn.client.tsx";

/**
 * The fields of a form, with what this person typed there before and did not send: it stays in this browser until it is
 * sent or emptied, however the form was left. `begun` is what stands there without that.
 */
export function useUnsent<Fields extends Words>(name: string, begun: Fields) {
  const { person, story } = useContext(UnsentContext);
  const place = `form ${name} ${story} ${person}`;
  const [typed, setTyped] = useState<Typed>({});
  const [isBack, setBack] = useState(false);

  // Not in the first rendering: the server's has nothing of it.
  useLayoutEffect(() => {
    const kept = typedOf(keptText(place));
    setTyped(kept);
    setBack(storedOf(kept) !== "");
  }, [place]);

  function keep(next: Typed) {
    keepText(place, storedOf(next));
    setTyped(next);
  }

  return {
    words: withTyped(begun, typed),
    /** Does anything stand here that was not sent? */
    isTyped: storedOf(typed) !== "",
    /** It was typed before this opened. */
    isBack: isBack && storedOf(typed) !== "",
    isOverOther: isOverOther(begun, typed),
    set: (changes: Partial<Fields>) => keep(typedOn(begun, typed, changes)),
    /** It was sent. The form shows it until it shows what came of it. */
    sent() {
      keepText(place, "");
      setBack(false);
    },
    forget() {
      keep({});
      setBack(false);
    },
  };
}

export type Unsent = Pick<ReturnType<typeof useUnsent>, "isBack" | "isOverOther" | "forget">;
