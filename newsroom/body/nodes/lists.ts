import { BulletList, ListItem, OrderedList } from "@tiptap/extension-list";
import { z } from "zod";
import type { NodeDefinition } from "./definition.ts";

const startsAt = "A list starts at a whole number.";

export const OrderedListAttrs = z.strictObject({
  start: z.int(startsAt).min(0, startsAt).max(999_999, startsAt).optional(),
});

const numbering = {
  start: {
    default: 1,
    parseHTML: (element: HTMLElement) => Number(element.getAttribute("start")) || 1,
    renderHTML: ({ start }: Record<string, unknown>) => (start === 1 ? {} : { start }),
  },
};

export const bulletList = { extension: BulletList } satisfies NodeDefinition;

export const orderedList = {
  extension: OrderedList.extend({ addAttributes: () => numbering }),
  attrs: OrderedListAttrs,
} satisfies NodeDefinition;

export const listItem = { extension: ListItem } satisfies NodeDefinition;
