import type { EditorView } from "@tiptap/pm/view";

/** The language of the text is the one that stands on it: it may change while the story is open. */
export const languageOf = ({ dom }: EditorView): string => dom.closest<HTMLElement>("[lang]")?.lang ?? "";
