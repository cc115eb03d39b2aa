import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import type { Awareness } from "y-protocols/awareness";
import { hueOf, initialsOf } from "./writers.ts";

export interface CaretParts {
  awareness: Awareness;
  me: { id: string; name: string };
}

/** The carets of the others in the text, each with its person's name and colour (writers.css). */
export const writerCarets = ({ awareness, me }: CaretParts) =>
  CollaborationCaret.configure({
    provider: { awareness },
    user: me,
    render: ({ id, name }) => {
      const caret = document.createElement("span");
      caret.className = "writer-caret";
      caret.dataset.hue = String(hueOf(String(id)));
      // Not part of the text that is read aloud.
      caret.setAttribute("aria-hidden", "true");
      // Shown by the style sheet: as text it would be copied with the story's.
      caret.dataset.name = String(name);
      caret.dataset.initials = initialsOf(String(name));
      return caret;
    },
    selectionRender: ({ id }) => ({ class: "writer-selection", "data-hue": String(hueOf(String(id))) }),
  });
