import { Extension } from "@tiptap/core";
import { DOMSerializer, type Fragment } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { copiedFrom } from "#newsroom/body/paste/own-copy";

/** What is copied says where: only then it is pasted as it is. */
export const OwnCopy = Extension.create({
  name: "ownCopy",
  addProseMirrorPlugins() {
    const { nodes, marks } = DOMSerializer.fromSchema(this.editor.schema);
    return [new Plugin({ props: { clipboardSerializer: new OwnSerializer(nodes, marks) } })];
  },
});

class OwnSerializer extends DOMSerializer {
  override serializeFragment(
    fragment: Fragment,
    options?: { document?: Document },
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const written = super.serializeFragment(fragment, options, target);
    // What stands in it comes here with a target.
    if (!target && written.firstElementChild) written.firstElementChild.setAttribute(copiedFrom, location.origin);
    return written;
  }
}
