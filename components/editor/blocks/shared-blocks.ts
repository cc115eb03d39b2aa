import type { Editor } from "@tiptap/core";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { isWithin } from "./swap-blocks.ts";

export interface SharedBody {
  type: Y.XmlFragment;
  doc: Y.Doc;
}

/** The body within the shared document. */
export const sharedBody = (editor: Editor): SharedBody | undefined =>
  ySyncPluginKey.getState(editor.state)?.binding ?? undefined;

/** Changes the shared document as typing does, so that it can be undone, or answers null and leaves it. */
export const inDocument = ({ doc }: SharedBody, change: () => true | null): true | null =>
  doc.transact(change, ySyncPluginKey);

/** Do others have their carets in a block of the shared document? */
export function othersIn(editor: Editor, { doc }: SharedBody): (block: unknown) => boolean {
  const carets = othersCarets(editor, doc);
  return (block) => carets.some((type) => isWithin(type, block));
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
