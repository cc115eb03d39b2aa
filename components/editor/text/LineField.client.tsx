"use client";
import type { Editor } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { Placeholder } from "@tiptap/extensions";
import type { Node, Slice } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";
import { EditorContent, useEditor, useEditorState } from "@tiptap/react";
import { useEffect } from "react";
import type { Doc } from "yjs";
import { pastedLine } from "#newsroom/body/paste/cleaned-paste";
import { lineExtensions } from "#newsroom/stories/document/document";
import { type LineName, lineLimits } from "#newsroom/stories/document/story-text";
import { classes } from "../../ui/classes.ts";
import { Struck } from "../checks/struck.ts";
import { type CommentParts, useCommenting } from "../comments/useCommenting.ts";
import { FieldKeys, type FieldSteps } from "../field-keys.ts";
import { Finding } from "../find/finding.ts";
import { OwnCopy } from "../paste/own-copy.ts";
import { replaceWithLine } from "../paste/pasted-line.ts";
import { sayLeftOut } from "../paste/say-left-out.ts";
import { Suggesting, type SuggestingParts } from "../suggestions/suggesting.ts";
import { languageOf } from "../typography/language-of.ts";
import { Typography } from "../typography/typography.ts";
import { asUndoStep } from "../undo/undo-step.ts";
import { useOwnUndo } from "../undo/useOwnUndo.ts";
import { type CaretParts, writerCarets } from "../writers/writer-carets.ts";
import { CaretFirst } from "./caret-first.ts";
import { InSight } from "./in-sight.ts";
import styles from "./TextColumn.module.css";
import { TrueView } from "./true-view.ts";

interface LineFieldProps {
  doc: Doc;
  name: LineName;
  label: string;
  editable: boolean;
  steps: FieldSteps;
  carets: CaretParts;
  comments: CommentParts;
  suggesting: SuggestingParts;
  onEditor: (name: LineName, editor: Editor | null) => void;
}

/** A field of one paragraph of plain text: it wraps, but it has no line breaks and no marks but those of comments and proposals. */
export function LineField({
  doc,
  name,
  label,
  editable,
  steps,
  carets,
  comments,
  suggesting,
  onEditor,
}: LineFieldProps) {
  const commenting = useCommenting(comments);
  const undoManager = useOwnUndo(doc, name);
  const editor = useEditor(
    {
      immediatelyRender: false,
      shouldRerenderOnTransaction: false,
      injectCSS: false,
      editable,
      extensions: [
        CaretFirst.configure({ doc }),
        ...lineExtensions,
        Collaboration.configure({ document: doc, field: name, yUndoOptions: { undoManager } }),
        TrueView,
        writerCarets(carets),
        Placeholder.configure({ placeholder: label, showOnlyWhenEditable: false }),
        FieldKeys.configure({ steps, isLine: true }),
        Typography,
        OwnCopy,
        Finding,
        Struck,
        InSight,
        commenting,
        Suggesting.configure({ me: carets.me.id, ...suggesting }),
      ],
      editorProps: {
        attributes: {
          role: "textbox",
          "aria-label": label,
          "aria-multiline": "false",
          "aria-describedby": `count-${name}`,
          spellcheck: "true",
        },
        handlePaste: (view, event, slice) => insertLine(view, event.clipboardData, slice),
        handleDrop: (view, event, slice, moved) => !moved && insertLine(view, event.dataTransfer, slice),
      },
    },
    [doc, name],
  );
  useEffect(() => {
    editor?.setEditable(editable, false);
  }, [editor, editable]);
  useEffect(() => {
    onEditor(name, editor);
    return () => onEditor(name, null);
  }, [editor, name, onEditor]);
  return (
    <div className={classes(styles.field, styles[name])}>
      <EditorContent editor={editor} />
      <LineCount editor={editor} name={name} />
    </div>
  );
}

/** Plain text on one line, whatever it was copied from. Words that were cut in this story keep their comments. */
function insertLine(view: EditorView, from: DataTransfer | null, slice: Slice): boolean {
  if (!from) return true;
  const copied = { html: from.getData("text/html"), text: from.getData("text/plain") };
  const { line, leftOut } = pastedLine(copied, { language: languageOf(view) });
  if (line) asUndoStep(view, () => view.dispatch(replaceWithLine(view.state, line, slice)));
  sayLeftOut(leftOut);
  return true;
}

/** Characters, without those that are only proposed. */
function lengthOf(line: Node): number {
  let length = 0;
  line.descendants((node) => {
    if (node.isText && !node.marks.some(({ type }) => type.name === "insertion")) length += node.nodeSize;
  });
  return length;
}

/** Says how much room is left once a field comes near its limit, before the newsroom has to. */
function LineCount({ editor, name }: { editor: Editor | null; name: LineName }) {
  const limit = lineLimits[name];
  const length = useEditorState({ editor, selector: ({ editor }) => (editor ? lengthOf(editor.state.doc) : 0) }) ?? 0;
  const left = limit - length;
  return (
    <p
      lang="en"
      dir="ltr"
      id={`count-${name}`}
      className={classes(styles.count, left < 0 && styles.over)}
      aria-live="polite"
    >
      {length < limit * 0.8 ? null : left >= 0 ? `${left} characters left` : `${-left} characters too many`}
    </p>
  );
}
