import type { Extensions } from "@tiptap/core";
import { Document } from "@tiptap/extension-document";
import { StarterKit } from "@tiptap/starter-kit";
import { link } from "./marks/link.ts";
import { nodeDefinitions } from "./nodes.ts";

/** What stands in a story: blocks, which may stand in each other; pieces, in the story or a fact box; boxes, in the story only. */
const Story = Document.extend({ content: "(block | piece | box)+" });

/** The body's nodes and marks, for editor, server, imports and tests. History belongs to Yjs. */
export const bodyExtensions: Extensions = [
  Story,
  StarterKit.configure({
    document: false,
    paragraph: false,
    heading: false,
    link: false,
    bulletList: false,
    orderedList: false,
    listItem: false,
    blockquote: false,
    code: false,
    codeBlock: false,
    strike: false,
    underline: false,
    undoRedo: false,
    trailingNode: false,
  }),
  ...nodeDefinitions.map(({ extension }) => extension),
  link,
];
