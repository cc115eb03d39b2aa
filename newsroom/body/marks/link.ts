import { Link } from "@tiptap/extension-link";
import { safeHref } from "../links.ts";

/** A link is its address and nothing else; how it opens is the renderer's matter. */
export const link = Link.extend({
  // What is typed behind linked words is not about them.
  inclusive: false,
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
