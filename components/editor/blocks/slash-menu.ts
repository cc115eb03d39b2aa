import { type Editor, Extension } from "@tiptap/core";
import { isChangeOrigin } from "@tiptap/extension-collaboration";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { Asked } from "./asked.ts";
import { type BlockChoice, choicesFor } from "./block-choices.ts";
import { closedSlash, nextSlash, type SlashChange, type SlashState } from "./slash-state.ts";

export const slashKey = new PluginKey<SlashState>("slashMenu");
export const slashListId = "block-choices";
export const slashOptionId = (name: string): string => `block-choice-${name}`;

interface SlashMenuOptions {
  ask: (asked: Asked) => void;
}

/** Takes the slash away and makes the block. */
export function chooseAtSlash(editor: Editor, choice: BlockChoice, ask: (asked: Asked) => void): void {
  const open = slashKey.getState(editor.state)?.open;
  if (open) editor.chain().focus().deleteRange({ from: open.from, to: editor.state.selection.from }).run();
  choice.run(editor, ask);
}

export const changeSlash = (editor: Editor, change: SlashChange): void =>
  editor.view.dispatch(editor.state.tr.setMeta(slashKey, change).setMeta("addToHistory", false));

/** `/` lists the blocks; the text keeps the focus while arrows walk in the list. */
export const SlashMenu = Extension.create<SlashMenuOptions>({
  name: "slashMenu",
  priority: 2_000,
  addOptions: () => ({ ask: () => {} }),
  addProseMirrorPlugins() {
    const { editor, options } = this;
    return [
      new Plugin<SlashState>({
        key: slashKey,
        state: {
          init: () => closedSlash,
          apply: (tr, before, _old, state) =>
            nextSlash(before, state, {
              tr,
              change: tr.getMeta(slashKey),
              by: !tr.docChanged ? null : isChangeOrigin(tr) ? "arrived" : "typed",
            }),
        },
        props: {
          attributes(state): Record<string, string> {
            const open = slashKey.getState(state)?.open;
            const marked = open && choicesFor(open.query)[open.index];
            return marked ? { "aria-controls": slashListId, "aria-activedescendant": slashOptionId(marked.name) } : {};
          },
          handleKeyDown(_view, event) {
            const open = slashKey.getState(editor.state)?.open;
            const choices = open ? choicesFor(open.query) : [];
            if (!open || choices.length === 0 || event.isComposing) return false;
            const mark = (index: number) => changeSlash(editor, { mark: (index + choices.length) % choices.length });
            if (event.key === "ArrowDown") mark(open.index + 1);
            else if (event.key === "ArrowUp") mark(open.index - 1);
            else if (event.key === "Escape") changeSlash(editor, "dismiss");
            else if (
              (event.key === "Enter" || event.key === "Tab") &&
              !event.shiftKey &&
              !event.ctrlKey &&
              !event.metaKey
            ) {
              const chosen = choices[open.index];
              if (chosen) chooseAtSlash(editor, chosen, options.ask);
            } else return false;
            return true;
          },
          handleDOMEvents: {
            blur: () => {
              if (slashKey.getState(editor.state)?.open) changeSlash(editor, "dismiss");
              return false;
            },
          },
        },
      }),
    ];
  },
});
