"use client";
import { useState } from "react";
import { uuidv7 } from "uuidv7";
import { keepText, keptText } from "../../unsent/kept-text.ts";
import { useUnsent } from "../../unsent/useUnsent.ts";

const noWords = { name: "", brief: "" };
const nothing: { assigneeId: string; local: string; chosen: Date | null } = { assigneeId: "", local: "", chosen: null };
type Idea = typeof noWords & typeof nothing;

/** An idea that is not kept yet. Its words stay in this browser, with the id under which they were sent, until it is kept or discarded. */
export function useIdea(me: string) {
  const unsent = useUnsent("idea", noWords);
  const [rest, setRest] = useState(nothing);
  const placeOfId = `idea id ${me}`;

  return {
    idea: { ...unsent.words, ...rest },
    isBegun: unsent.isTyped,
    set({ name, brief, ...others }: Partial<Idea>) {
      unsent.set({ ...(name !== undefined && { name }), ...(brief !== undefined && { brief }) });
      setRest({ ...rest, ...others });
    },
    /** The same until the idea is kept: what is sent again after an answer that was lost makes no second one. */
    id(): string {
      const known = keptText(placeOfId) || uuidv7();
      keepText(placeOfId, known);
      return known;
    },
    clear() {
      unsent.forget();
      keepText(placeOfId, "");
      setRest(nothing);
    },
  };
}
