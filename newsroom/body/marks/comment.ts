import { Mark } from "@tiptap/core";

/** Words that somebody commented on; the thread stands in the database. Text typed at its end is not part of it. */
export const comment = Mark.create({
  name: "comment",
  inclusive: false,
  // Several threads may share words.
  excludes: "",
  addAttributes: () => ({ id: { default: null, parseHTML: (element) => element.getAttribute("data-comment") } }),
  // Words that are cut keep what was said about them on their way to the place where they are pasted.
  parseHTML: () => [{ tag: "span[data-comment]" }],
  renderHTML: ({ mark }) => ["span", { "data-comment": String(mark.attrs.id) }, 0],
});
