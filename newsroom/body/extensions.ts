import type { Extensions } from "@tiptap/core";
import { Heading } from "@tiptap/extension-heading";
import { Link } from "@tiptap/extension-link";
import { OrderedList } from "@tiptap/extension-list";
import { StarterKit } from "@tiptap/starter-kit";
import { safeHref } from "./links.ts";

/** A heading inside the body: level 2 or 3, since the headline is level 1. */
const Crosshead = Heading.extend({ name: "crosshead" }).configure({ levels: [2, 3] });

const numbering = {
  start: {
    default: 1,
    parseHTML: (element: HTMLElement) => Number(element.getAttribute("start")) || 1,
    renderHTML: ({ start }: Record<string, unknown>) => (start === 1 ? {} : { start }),
  },
};

const NumberedList = OrderedList.extend({ addAttributes: () => numbering });

/** A link is its address and nothing else; how it opens is the renderer's matter. */
const PlainLink = Link.extend({
  addAttributes: () => ({
    href: { default: null, parseHTML: (element: HTMLElement) => safeHref(element.getAttribute("href")) },
  }),
}).configure({
  openOnClick: false,
  autolink: true,
  linkOnPaste: true,
  markdownLinks: true,
  defaultProtocol: "https",
  HTMLAttributes: {},
  isAllowedUri: (href) => safeHref(href) !== null,
});

/** The one definition of the body's nodes and marks, for editor, server, imports and tests. History belongs to Yjs. */
export const bodyExtensions: Extensions = [
  StarterKit.configure({
    heading: false,
    link: false,
    orderedList: false,
    code: false,
    codeBlock: false,
    strike: false,
    underline: false,
    undoRedo: false,
    trailingNode: false,
  }),
  Crosshead,
  NumberedList,
  PlainLink,
];
