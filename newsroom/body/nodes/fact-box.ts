import { Node } from "@tiptap/core";
import type { NodeDefinition } from "./definition.ts";

/** What one needs to know, beside the story. None inside another: it is of a group that only the story itself takes. */
export const factBox = {
  extension: Node.create({
    name: "factBox",
    group: "box",
    content: "factBoxTitle? (block | piece)+",
    defining: true,
    isolating: true,
    parseHTML: () => [{ tag: "aside[data-fact-box]" }],
    renderHTML: () => ["aside", { "data-fact-box": "" }, 0],
  }),
} satisfies NodeDefinition;

export const factBoxTitle = {
  extension: Node.create({
    name: "factBoxTitle",
    content: "inline*",
    defining: true,
    parseHTML: () => [{ tag: "p[data-fact-box-title]", priority: 60 }],
    renderHTML: () => ["p", { "data-fact-box-title": "" }, 0],
  }),
  isLine: true,
} satisfies NodeDefinition;
