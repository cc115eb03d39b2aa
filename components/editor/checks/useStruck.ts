import type { Node } from "@tiptap/pm/model";
import { useEffect } from "react";
import type { Finding } from "#newsroom/workflow/checks/finding";
import { toast } from "../../ui/toast-manager.ts";
import { isUndecided, leftWords, replaceWords } from "../find/replace-matches.ts";
import type { Fields } from "../settings/useFields.ts";
import { isSuggesting } from "../suggestions/suggesting.ts";
import { isStruck, withFindings } from "./struck.ts";
import { struckSpan } from "./struck-span.ts";

/** Where the n-th picture of a text stands; null if there are fewer by now. */
function pictureAt(doc: Node, which: number): number | null {
  const places: number[] = [];
  doc.descendants((node, at) => {
    if (node.type.name === "picture") places.push(at);
  });
  return places[which] ?? null;
}

const nothing: readonly Finding[] = [];

/** Shows findings where they strike, and leads there. */
export function useStruck(fields: Fields, findings: readonly Finding[] | null) {
  const { named } = fields;
  useEffect(() => {
    for (const [name, editor] of named())
      if (!editor.isDestroyed)
        editor.view.dispatch(withFindings(editor.state.tr, findings?.filter(({ at }) => at.part === name) ?? nothing));
  }, [named, findings]);

  const spot = ({ at }: Finding) => {
    const editor = named().find(([name]) => name === at.part)?.[1];
    const span = editor && isStruck(at) ? struckSpan(editor.state.doc, at) : null;
    return editor ? { editor, span } : null;
  };

  return {
    /** False if it strikes no words of the text. */
    goTo(finding: Finding): boolean {
      const found = spot(finding);
      if (!found) return false;
      const { editor, span } = found;
      const picture = "picture" in finding.at ? pictureAt(editor.state.doc, finding.at.picture) : null;
      if (picture !== null) return editor.chain().setNodeSelection(picture).scrollIntoView().focus().run();
      if (span) editor.chain().setTextSelection(span).scrollIntoView().focus().run();
      else editor.commands.focus("start");
      return true;
    },
    /** Writes what could stand there instead; an edit like any other. */
    replace(finding: Finding): void {
      const found = spot(finding);
      if (!found?.span || finding.replacement === undefined || !found.editor.isEditable) return;
      const { editor, span } = found;
      const words = finding.replacement;
      // The checks read what stands without suggestions.
      let left = isUndecided(editor.state.doc, span) ? 1 : 0;
      const selected = editor.chain().setTextSelection(span).focus();
      if (left === 0)
        selected.command(({ tr, state }) => {
          left = replaceWords(tr, [span], words, isSuggesting(state));
          return true;
        });
      selected.run();
      if (left > 0) toast({ title: "Not replaced", description: leftWords(left) });
    },
  };
}
