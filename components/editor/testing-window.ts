import { EditorState, type Plugin, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { ySyncPlugin } from "@tiptap/y-tiptap";
import type { Doc } from "yjs";
import { documentSchema } from "#newsroom/body/annotations";

/** An editor on the body of a document, without the screen: what ProseMirror's own view does with its state. */
export function aScreenlessEditor(doc: Doc, ...more: Plugin[]) {
  const plugins: Plugin[] = [ySyncPlugin(doc.getXmlFragment("body")), ...more];
  const parts: ReturnType<NonNullable<Plugin["spec"]["view"]>>[] = [];
  const view = {
    state: EditorState.create({ schema: documentSchema, plugins }),
    dom: new EventTarget(),
    hasFocus: () => false,
    dispatch: (tr: Transaction) => view.updateState(view.state.apply(tr)),
    updateState(state: EditorState) {
      const before = view.state;
      view.state = state;
      for (const part of parts) part.update?.(asView, before);
    },
    get editable() {
      return plugins.every((plugin) => plugin.props.editable?.call(plugin, view.state) !== false);
    },
  };
  const asView = view as unknown as EditorView;
  for (const { spec } of plugins) if (spec.view) parts.push(spec.view(asView));
  // As a screen does at once; the binding takes an emptied text for one that never held anything before that.
  view.updateState(view.state);
  return view;
}
