import * as Y from "yjs";
import { asParagraph } from "./mended-grammar.ts";
import { spared } from "./spared.ts";

type Step = Y.UndoManager["undoStack"][number];

/**
 * Takes back what was done here, and nothing of what others wrote in it: a block with their words stays, without those that are
 * taken back.
 */
export class OwnUndo extends Y.UndoManager {
  /** As they were before the undo or redo that is under way. */
  private steps: readonly Step[] = [];
  private step: Step | null = null;
  private stays = new Set<unknown>();

  constructor(scope: Y.XmlFragment | Y.XmlFragment[], trackedOrigins: Set<unknown>) {
    super(scope, { trackedOrigins, captureTransaction: ({ meta }) => meta.get("addToHistory") !== false });
    this.deleteFilter = (item) => this.goes(item);
  }

  override undo(): Step | null {
    return this.taking(this.undoStack, () => super.undo());
  }

  override redo(): Step | null {
    return this.taking(this.redoStack, () => super.redo());
  }

  private taking(steps: readonly Step[], take: () => Step | null): Step | null {
    this.steps = [...steps];
    this.doc.on("beforeObserverCalls", mendTitles);
    try {
      return take();
    } finally {
      this.doc.off("beforeObserverCalls", mendTitles);
      this.step = null;
    }
  }

  /** Asked for each item of a step before the first of them goes. */
  private goes(item: Y.Item): boolean {
    const step = this.steps[this.undoing ? this.undoStack.length : this.redoStack.length] ?? null;
    if (step !== this.step) {
      this.step = step;
      this.stays = step ? spared(this, step) : new Set();
    }
    return !this.stays.has(item);
  }
}

/**
 * The title of a fact box that comes back behind what somebody has written at its place becomes a paragraph: the editor takes out a
 * box whose title does not stand first, with all words in it.
 */
function mendTitles({ changed }: Y.Transaction, doc: Y.Doc): void {
  for (const box of changed.keys()) {
    if (!(box instanceof Y.XmlElement) || box.nodeName !== "factBox" || box._item?.deleted) continue;
    box.toArray().forEach((title, at) => {
      if (at === 0 || !(title instanceof Y.XmlElement) || title.nodeName !== "factBoxTitle") return;
      doc.transact(() => asParagraph(box, title));
    });
  }
}
