import { Extension } from "@tiptap/core";
import type { Node, Schema } from "@tiptap/pm/model";
import { Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { ReplaceAroundStep, ReplaceStep } from "@tiptap/pm/transform";
import type { EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import { isMisplacing, misplacedIn, touchedIn } from "#newsroom/stories/document/misplaced";
import { toast } from "../../ui/toast-manager.ts";

/**
 * The binding to the document writes what the screen shows. Where a change from elsewhere could not be drawn, the screen shows what was
 * before it, and the next key would take it out of the document; and what cannot be shown at all, the binding takes out at once.
 * Neither must happen: such an editor writes nothing until it shows the document again.
 */
export const TrueView = Extension.create({
  name: "trueView",
  addProseMirrorPlugins: () => [trueView(saying())],
});

/** The newsroom puts right what it can in less time than it takes to read of it. */
const sayAfterMs = 1_000;

function saying(): (isStale: boolean) => void {
  let pause: ReturnType<typeof setTimeout> | undefined;
  return (isStale) => {
    clearTimeout(pause);
    if (isStale) pause = setTimeout(say, sayAfterMs);
  };
}

const say = () =>
  void toast({
    tone: "danger",
    title: "The newest change cannot be shown here",
    description: "Nothing is lost. Until it can, you cannot write here: please wait a moment, or load the page again.",
  });

/** The parts of y-tiptap's binding that it calls by name. */
interface Binding {
  type: Y.XmlFragment;
  doc: Y.Doc;
  prosemirrorView: EditorView | null;
  _prosemirrorChanged: (doc: Node) => void;
  _forceRerender: () => void;
}

/** How many changes of the document the screen has taken in. */
const key = new PluginKey<number>("trueView");

/** Comes behind the plugin of the binding. `onStale`: the screen stays behind, or does no longer. */
export function trueView(onStale: (isStale: boolean) => void): Plugin<number> {
  let isStale = false;
  return new Plugin({
    key,
    state: {
      init: () => 0,
      apply: (tr, taken) => (tr.getMeta(ySyncPluginKey)?.isChangeOrigin === true ? taken + 1 : taken),
    },
    props: { editable: () => !isStale },
    // The newsroom refuses what fits nowhere: a new row in a table with too few cells may be such a thing.
    filterTransaction: (tr, { doc }) =>
      tr.getMeta(ySyncPluginKey) !== undefined || !bringsBlocks(tr) || fits(tr.doc) || !fits(doc),
    view(view) {
      const binding: Binding = ySyncPluginKey.getState(view.state).binding;
      const { doc, type } = binding;
      const write = binding._prosemirrorChanged.bind(binding);
      const own = new WeakSet<Y.Transaction>();
      let taken = key.getState(view.state);
      let isHidden = false;

      const hasTaken = () => {
        const before = taken;
        taken = key.getState(view.state);
        return taken !== before;
      };
      const become = (now: boolean) => {
        if (isStale === now) return;
        isStale = now;
        onStale(now);
        view.updateState(view.state);
      };

      binding._prosemirrorChanged = (shown) =>
        doc.transact((transaction) => {
          own.add(transaction);
          if (!isStale) write(shown);
        }, ySyncPluginKey);

      const beforeDrawing = (transaction: Y.Transaction) => {
        isHidden = !own.has(transaction) && isHiding(transaction, type, view.state.schema, isStale);
        if (isHidden) binding.prosemirrorView = null;
      };
      const afterDrawing = (transaction: Y.Transaction) => {
        if (isHidden) {
          isHidden = false;
          binding.prosemirrorView = view;
          return become(true);
        }
        if (own.has(transaction) || touchedIn(transaction, type).length === 0) return;
        if (hasTaken()) return become(false);
        drawAnew(binding);
        become(!hasTaken());
      };
      doc.on("beforeObserverCalls", beforeDrawing);
      doc.on("afterTransaction", afterDrawing);
      return {
        destroy() {
          onStale(false);
          doc.off("beforeObserverCalls", beforeDrawing);
          doc.off("afterTransaction", afterDrawing);
          binding._prosemirrorChanged = write;
        },
      };
    },
  });
}

const bringsBlocks = ({ steps }: Transaction): boolean =>
  steps.some(
    (step) =>
      (step instanceof ReplaceStep || step instanceof ReplaceAroundStep) &&
      step.slice.content.content.some(({ isBlock }) => isBlock),
  );

function fits(doc: Node): boolean {
  try {
    doc.check();
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function drawAnew(binding: Binding): void {
  try {
    binding._forceRerender();
  } catch {
    // It failed so at the change already, of which Yjs tells; the screen is behind, and says so.
  }
}

/** Would drawing this change take something out of the document? `isBehind`: what came before it is not drawn either. */
const isHiding = (transaction: Y.Transaction, part: Y.XmlFragment, schema: Schema, isBehind: boolean): boolean =>
  isBehind
    ? touchedIn(transaction, part).length > 0 && misplacedIn(schema, part) !== null
    : isMisplacing(schema, transaction, part);
