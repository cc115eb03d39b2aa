import type { Extensions } from "@tiptap/core";
import { DragHandle } from "@tiptap/extension-drag-handle";
import type { BlockEvents } from "./asked.ts";
import { BlockKeys } from "./block-keys.ts";
import { Placeholders } from "./placeholders.ts";
import { SlashMenu } from "./slash-menu.ts";

/** How blocks are made, moved and left. */
export const blockExtensions = (events: BlockEvents): Extensions => [
  SlashMenu.configure({ ask: events.onAsk }),
  BlockKeys.configure(events),
  Placeholders,
  DragHandle.configure({ render: handle }),
];

/** For the mouse alone: the keyboard has Alt+Shift with the arrows, touch the buttons of the toolbar. */
function handle(): HTMLElement {
  const element = document.createElement("div");
  element.dataset.dragHandle = "";
  element.setAttribute("aria-hidden", "true");
  return element;
}
