import type { Editor } from "@tiptap/core";
import * as Y from "yjs";
import { isSuggesting } from "../suggestions/suggesting.ts";
import { blockToMove, type Direction, follow, type Moved, placeAfter } from "./move-block.ts";
import { inDocument, othersIn, sharedBody } from "./shared-blocks.ts";
import { swapBlocks } from "./swap-blocks.ts";

/**
 * Moves the block with the cursor within the shared document itself, so that nobody's words go who writes in it or beside it.
 * "busy" if others write on both sides; null if there is nothing to move past, or that way is not open.
 */
export function moveInDocument(editor: Editor, direction: Direction): Moved | "busy" | null {
  const { state } = editor;
  const { selection } = state;
  const found = blockToMove(selection, direction);
  const body = sharedBody(editor);
  if (!found || !body || isSuggesting(state)) return null;
  const { depth, index } = found;
  let parent: unknown = body.type;
  for (let at = 0; at < depth; at++)
    parent = parent instanceof Y.XmlFragment ? parent.get(selection.$from.index(at)) : undefined;
  if (!(parent instanceof Y.XmlFragment) || parent.length !== selection.$from.node(depth).childCount) return null;
  const within = parent;
  const isWritten = othersIn(editor, body);
  if (!inDocument(body, () => swapBlocks(within, index, direction, isWritten))) return "busy";
  const moved = placeAfter(index, direction, within.length);
  editor.view.dispatch(follow(editor.state.tr, selection, depth, index, moved.place));
  return moved;
}
