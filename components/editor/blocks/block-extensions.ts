import type { Extensions } from "@tiptap/core";
import { DragHandle } from "@tiptap/extension-drag-handle";
import { toast } from "../../ui/toast-manager.ts";
import type { BlockEvents } from "./asked.ts";
import { BlockDrag } from "./block-drag.ts";
import { BlockKeys } from "./block-keys.ts";
import { Placeholders } from "./placeholders.ts";
import { SlashMenu } from "./slash-menu.ts";

/** How blocks are made, moved and left. */
export const blockExtensions = (events: BlockEvents): Extensions => [
  SlashMenu.configure({ ask: events.onAsk }),
  BlockKeys.configure(events),
  Placeholders,
  DragHandle.configure({ render: handle }),
  BlockDrag.configure({ onBusy: sayBusy }),
];

const sayBusy = () =>
  void toast({
    tone: "danger",
    title: "The block stays where it is",
    description: "Others are writing in it. It can be moved once they are done.",
  });

/** For the mouse alone: the keyboard has Alt+Shift with the arrows, touch the buttons of the toolbar. */
function handle(): HTMLElement {
  const element = document.createElement("div");
  element.dataset.dragHandle = "";
  element.setAttribute("aria-hidden", "true");
  return element;
}
