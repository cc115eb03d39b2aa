"use client";
import { useState } from "react";
import { uuidv7 } from "uuidv7";
import { keepText, keptText } from "../../editor/saving/kept-text.ts";

interface Idea {
  name: string;
  brief: string;
  assigneeId: string;
  local: string;
  chosen: Date | null;
}

const nothing: Idea = { name: "", brief: "", assigneeId: "", local: "", chosen: null };
const words = ["name", "brief"] as const;

/** An idea that is not kept yet. Its words stay in this tab, with the id under which they were sent, until it is kept or discarded. */
export function useIdea(me: string) {
  const place = (what: string) => `idea ${what} ${me}`;
  const [idea, setIdea] = useState(() => ({
    ...nothing,
    name: keptText(place("name")),
    brief: keptText(place("brief")),
  }));

  function set(change: Partial<Idea>) {
    for (const what of words) {
      const text = change[what];
      if (text !== undefined) keepText(place(what), text);
    }
    setIdea((before) => ({ ...before, ...change }));
  }

  /** The same until the idea is kept: what is sent again after an answer that was lost makes no second one. */
  function id(): string {
    const known = keptText(place("id")) || uuidv7();
    keepText(place("id"), known);
    return known;
  }

  function clear() {
    for (const what of [...words, "id"]) keepText(place(what), "");
    setIdea(nothing);
  }

  return { idea, isBegun: words.some((what) => idea[what].trim() !== ""), set, id, clear };
}
