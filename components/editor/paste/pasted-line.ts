import { Fragment, Mark, Slice } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { withCommentsOf } from "#newsroom/body/kept-annotations";
import type { BodyNode } from "#newsroom/body/node";

/** One line of text in the place of what is selected. `brought`: the same words as the clipboard holds them, with the comments that may come along. */
export function replaceWithLine(
  { tr, schema }: Pick<EditorState, "tr" | "schema">,
  line: string,
  brought: Slice,
): Transaction {
  const said: BodyNode[] = [];
  brought.content.descendants((node) => {
    if (node.isInline) said.push(node.toJSON());
  });
  const around = marksAround(tr);
  const words = withCommentsOf(said, [{ type: "text", text: line }]).map((words) => {
    const node = schema.nodeFromJSON(words);
    return node.mark(node.marks.reduce<readonly Mark[]>((all, mark) => mark.addToSet(all), around));
  });
  return tr.replaceSelection(new Slice(Fragment.from(words), 0, 0)).scrollIntoView();
}

/** What typed words would have here. */
const marksAround = ({ storedMarks, selection: { empty, $from, $to } }: Transaction): readonly Mark[] =>
  storedMarks ?? (empty ? $from.marks() : $from.marksAcross($to)) ?? Mark.none;
