import { Mark } from "@tiptap/core";

/** Words that somebody commented on; the thread stands in the database. Text typed at its end is not part of it. */
export const comment = Mark.create({
  name: "comment",
  inclusive: false,
  // Several threads may share words.
  excludes: "",
  addAttributes: () => ({ id: { default: null } }),
  renderHTML: ({ mark }) => ["span", { "data-comment": String(mark.attrs.id) }, 0],
});
