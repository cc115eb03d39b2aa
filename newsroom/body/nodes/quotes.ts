import { Node } from "@tiptap/core";
import type { NodeDefinition } from "./definition.ts";

/*
 * Where the attribution stands among a quote's children is not the grammar's matter: when one person adds it while another
 * adds a paragraph, either may come first, and the editor's binding takes out what breaks the grammar. Renderers put it last.
 */

/** Somebody else's words at length. */
export const blockquote = {
  extension: Node.create({
    name: "blockquote",
    group: "block",
    content: "(block | attribution)+",
    defining: true,
    // No line beside it slips into somebody's words, nor one of these out of them.
    isolating: true,
    parseHTML: () => [{ tag: "blockquote" }],
    renderHTML: () => ["blockquote", 0],
  }),
} satisfies NodeDefinition;

/** A sentence of the story, set large. */
export const pullQuote = {
  extension: Node.create({
    name: "pullQuote",
    group: "piece",
    content: "(paragraph | attribution)+",
    defining: true,
    isolating: true,
    parseHTML: () => [{ tag: "aside[data-pull-quote]" }],
    renderHTML: () => ["aside", { "data-pull-quote": "" }, 0],
  }),
} satisfies NodeDefinition;

/** Who said it. A text of its own and no attribute, so that two people can write in it at once. */
export const attribution = {
  extension: Node.create({
    name: "attribution",
    content: "inline*",
    defining: true,
    parseHTML: () => [
      { tag: "footer[data-attribution]" },
      { tag: "blockquote > footer" },
      { tag: "blockquote > cite" },
    ],
    renderHTML: () => ["footer", { "data-attribution": "" }, 0],
  }),
  isLine: true,
} satisfies NodeDefinition;
