import { Extension } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { Selection } from "@tiptap/extensions";
import { useEditor } from "@tiptap/react";
import { useEffect, useRef } from "react";
import type { Doc } from "yjs";
import { documentExtensions } from "#newsroom/body/annotations";
import type { BlockEvents } from "../blocks/asked.ts";
import { blockExtensions } from "../blocks/block-extensions.ts";
import { PictureFiles } from "../blocks/picture-files.ts";
import { Struck } from "../checks/struck.ts";
import { type CommentParts, useCommenting } from "../comments/useCommenting.ts";
import { FieldKeys, type FieldSteps } from "../field-keys.ts";
import { Finding } from "../find/finding.ts";
import { OwnCopy } from "../paste/own-copy.ts";
import { Paste } from "../paste/paste.ts";
import { Suggesting, type SuggestingParts } from "../suggestions/suggesting.ts";
import { Typography } from "../typography/typography.ts";
import { useOwnUndo } from "../undo/useOwnUndo.ts";
import { type CaretParts, writerCarets } from "../writers/writer-carets.ts";
import { CaretFirst } from "./caret-first.ts";
import { CarriesMarks } from "./carries-marks.ts";
import { InSight } from "./in-sight.ts";
import { TrueView } from "./true-view.ts";

interface BodyEditing {
  storyId: string;
  doc: Doc;
  editable: boolean;
  steps: FieldSteps;
  onLink: () => void;
  carets: CaretParts;
  blocks: BlockEvents;
  comments: CommentParts;
  suggesting: SuggestingParts;
}

/** The editor of the body, on its part of the document. */
export function useBodyEditor({
  storyId,
  doc,
  editable,
  steps,
  onLink,
  carets,
  blocks,
  comments,
  suggesting,
}: BodyEditing) {
  const link = useRef(onLink);
  link.current = onLink;
  const commenting = useCommenting(comments);
  const undoManager = useOwnUndo(doc, "body");
  const editor = useEditor(
    {
      immediatelyRender: false,
      shouldRerenderOnTransaction: false,
      injectCSS: false,
      editable,
      extensions: [
        CaretFirst.configure({ doc }),
        ...documentExtensions,
        Collaboration.configure({ document: doc, field: "body", yUndoOptions: { undoManager } }),
        TrueView,
        writerCarets(carets),
        ...blockExtensions(blocks),
        Selection.configure({ className: "is-selected" }),
        FieldKeys.configure({ steps, isLine: false }),
        PictureFiles.configure({ storyId }),
        Paste,
        OwnCopy,
        Typography,
        Finding,
        Struck,
        CarriesMarks,
        InSight,
        commenting,
        Suggesting.configure({ me: carets.me.id, ...suggesting }),
        Extension.create({
          name: "linkKey",
          addKeyboardShortcuts: () => ({
            "Mod-k": () => {
              link.current();
              return true;
            },
          }),
        }),
      ],
      editorProps: {
        attributes: { role: "textbox", "aria-label": "Text", "aria-multiline": "true", spellcheck: "true" },
      },
    },
    [doc],
  );
  useEffect(() => {
    editor?.setEditable(editable, false);
  }, [editor, editable]);
  return editor;
}
