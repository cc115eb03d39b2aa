import { Mark } from "@tiptap/core";

/** Whose proposal it is, and since when; words of two authors never become one. */
const author = {
  /** One proposal may have several parts: words taken out and words put in their place. */
  id: { default: null },
  /** Staff id. */
  by: { default: null },
  /** ISO instant. */
  at: { default: null },
};

/** Words that somebody proposes to add: they are not part of the story until they are accepted. */
export const insertion = Mark.create({
  name: "insertion",
  inclusive: false,
  excludes: "insertion",
  addAttributes: () => author,
  renderHTML: ({ mark }) => ["ins", { "data-suggestion": String(mark.attrs.id) }, 0],
});

/** Words that somebody proposes to take out: they are part of the story until that is accepted. */
export const deletion = Mark.create({
  name: "deletion",
  inclusive: false,
  excludes: "deletion",
  addAttributes: () => author,
  renderHTML: ({ mark }) => ["del", { "data-suggestion": String(mark.attrs.id) }, 0],
});

/** Words whose bold, italic or link somebody proposes to change. They already bear what is proposed; this says what they bore. */
export const formatting = Mark.create({
  name: "formatting",
  inclusive: false,
  // One proposal for each of bold, italic and link may stand on the same words.
  excludes: "",
  addAttributes: () => ({
    ...author,
    /** Name of the mark. */
    format: { default: null },
    /** Null if the words did not bear it; the address of a link, else "on". */
    was: { default: null },
  }),
  renderHTML: ({ mark }) => ["span", { "data-suggestion": String(mark.attrs.id), "data-formatting": "" }, 0],
});
