import { Node } from "@tiptap/core";
import { z } from "zod";
import { embedOf } from "../embeds/embeds.ts";
import { attributeText, type NodeDefinition } from "./definition.ts";

export const EmbedAttrs = z.strictObject({
  /** The plain public address, as `embedOf` writes it. */
  url: z
    .string("An embed needs an address.")
    .refine((url) => embedOf(url)?.url === url, "This address cannot be embedded."),
  title: attributeText(300, "Please keep the title of an embed under 300 characters."),
});

/** Without a title the address stands for it. */
function titleIn(element: HTMLElement): string {
  const link = element.querySelector("a");
  const words = link?.textContent?.trim().slice(0, 300) ?? "";
  return words === link?.getAttribute("href") ? "" : words;
}

/** Something that lives elsewhere: to readers a link and a title, until one of them asks for more. */
export const embed = {
  extension: Node.create({
    name: "embed",
    group: "piece",
    atom: true,
    draggable: true,
    addAttributes: () => ({
      url: {
        default: null,
        parseHTML: (element) => element.querySelector("a")?.getAttribute("href"),
        renderHTML: () => ({}),
      },
      title: {
        default: "",
        parseHTML: titleIn,
        renderHTML: () => ({}),
      },
    }),
    parseHTML: () => [
      {
        tag: "figure[data-embed]",
        getAttrs: (element) => (embedOf(element.querySelector("a")?.getAttribute("href") ?? "") ? null : false),
      },
    ],
    renderHTML: ({ node }) => [
      "figure",
      { "data-embed": embedOf(String(node.attrs.url))?.provider.label ?? "" },
      ["a", { href: String(node.attrs.url) }, String(node.attrs.title || node.attrs.url)],
    ],
    renderText: ({ node }) => `${node.attrs.title}\n${node.attrs.url}`,
  }),
  attrs: EmbedAttrs,
  words: ({ title }: z.output<typeof EmbedAttrs>) => title,
} satisfies NodeDefinition;
