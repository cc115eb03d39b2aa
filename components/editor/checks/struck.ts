import { Extension } from "@tiptap/core";
import { Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { Finding } from "#newsroom/workflow/checks/finding";
import { type StruckPlace, struckSpan } from "./struck-span.ts";

const key = new PluginKey<DecorationSet>("struck");

/** Underlines what the checks strike; moves with the words until the checks have looked again. */
export const Struck = Extension.create({
  name: "struck",
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply(tr, marks) {
          const findings: readonly Finding[] | undefined = tr.getMeta(key);
          if (!findings) return tr.docChanged ? marks.map(tr.mapping, tr.doc) : marks;
          return DecorationSet.create(
            tr.doc,
            findings.flatMap((finding) => marked(tr, finding)),
          );
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

export const withFindings = (tr: Transaction, findings: readonly Finding[]): Transaction =>
  tr.setMeta(key, findings).setMeta("addToHistory", false);

function marked({ doc }: Transaction, { at, message, severity }: Finding): Decoration[] {
  const span = isStruck(at) ? struckSpan(doc, at) : null;
  return span ? [Decoration.inline(span.from, span.to, { class: `struck struck-${severity}`, title: message })] : [];
}

export const isStruck = (at: Finding["at"]): at is StruckPlace => "quote" in at;
