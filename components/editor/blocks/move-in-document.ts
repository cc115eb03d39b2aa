import type { Editor } from "@tiptap/core";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { isSuggesting } from "../suggestions/suggesting.ts";
import { blockToMove, type Direction, follow, type Moved, placeAfter } from "./move-block.ts";
import { isWithin, swapBlocks } from "./swap-blocks.ts";

/**
 * Moves the block with the cursor within the shared document itself, so that nobody's words go who writes in it or beside it.
 * "busy" if others write on both sides; null if there is nothing to move past, or that way is not open.
 */
export function moveInDocument(editor: Editor, direction: Direction): Moved | "busy" | null {
  const { state } = editor;
  const { selection } = state;
  const found = blockToMove(selection, direction);
  const binding: { type: Y.XmlFragment; doc: Y.Doc } | undefined = ySyncPluginKey.getState(state)?.binding;
  if (!found || !binding || isSuggesting(state)) return null;
  const { depth, index } = found;
  let parent: unknown = binding.type;
  for (let at = 0; at < depth; at++)
    parent = parent instanceof Y.XmlFragment ? parent.get(selection.$from.index(at)) : undefined;
  if (!(parent instanceof Y.XmlFragment) || parent.length !== selection.$from.node(depth).childCount) return null;
  const within = parent;
  const carets = othersCarets(editor, binding.doc);
  const isDone = binding.doc.transact(
    () => swapBlocks(within, index, direction, (block) => carets.some((type) => isWithin(type, block))),
    ySyncPluginKey,
  );
  if (!isDone) return "busy";
  const moved = placeAfter(index, direction, within.length);
  editor.view.dispatch(follow(editor.state.tr, selection, depth, index, moved.place));
  return moved;
}

/** The texts in which others have their carets. */
function othersCarets(editor: Editor, doc: Y.Doc): unknown[] {
  const caret = editor.extensionManager.extensions.find(({ name }) => name === "collaborationCaret");
  const awareness: Awareness | undefined = caret?.options.provider?.awareness;
  return [...(awareness?.getStates() ?? [])].flatMap(([client, { cursor }]) => {
    if (client === awareness?.clientID || !cursor) return [];
    return [cursor.anchor, cursor.head].flatMap((place) => {
      const at = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(place), doc);
      return at ? [at.type] : [];
    });
  });
}
