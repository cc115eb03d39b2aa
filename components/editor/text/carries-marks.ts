import { Extension } from "@tiptap/core";
import { Mark, type Node, type Schema } from "@tiptap/pm/model";
import { type EditorState, Plugin, type Transaction } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { asCarried, carriedIn } from "#newsroom/body/carried-marks";

/** Keeps the marks of amounts in what the others and the newsroom get: see newsroom/body/carried-marks.ts. */
export const CarriesMarks = Extension.create({
  name: "carriesMarks",
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(transactions, before, after) {
        const isArrived = transactions.some((tr) => tr.getMeta(ySyncPluginKey)?.isChangeOrigin === true);
        return withMarks(before, after, isArrived);
      },
    }),
  ],
});

/** What was done here goes into the attribute; what arrived is taken from there. Null if there is nothing to do. */
export function withMarks(before: EditorState, after: EditorState, isArrived: boolean): Transaction | null {
  const start = after.doc.content.findDiffStart(before.doc.content);
  const end = after.doc.content.findDiffEnd(before.doc.content);
  if (start === null || end === null) return null;
  const { tr, schema } = after;
  after.doc.nodesBetween(start, Math.min(after.doc.content.size, Math.max(start, end.a) + 1), (node, at) => {
    if (node.type.name !== "money") return;
    if (isArrived) bear(tr, node, at, schema);
    else if (carriedBy(node) !== node.attrs.carried) tr.setNodeAttribute(at, "carried", carriedBy(node));
  });
  return tr.docChanged ? tr : null;
}

const carriedBy = ({ marks }: Node): string | null => asCarried(marks.map((mark) => mark.toJSON()));

function bear(tr: Transaction, node: Node, at: number, schema: Schema) {
  const carried = Mark.setFrom(
    carriedIn(node.attrs.carried).flatMap(({ type, attrs }) => schema.marks[type]?.create(attrs) ?? []),
  );
  for (const mark of node.marks) if (!mark.isInSet(carried)) tr.removeNodeMark(at, mark);
  for (const mark of carried) if (!mark.isInSet(node.marks)) tr.addNodeMark(at, mark);
}
