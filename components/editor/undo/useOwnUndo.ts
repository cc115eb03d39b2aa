import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { useMemo } from "react";
import type { Doc } from "yjs";
import { OwnUndo } from "#newsroom/stories/document/own-undo";

/** The history of one field of a story in this window. */
export const useOwnUndo = (doc: Doc, field: string): OwnUndo =>
  useMemo(() => new OwnUndo(doc.getXmlFragment(field), new Set([ySyncPluginKey])), [doc, field]);
