import { Node } from "@tiptap/core";
import { z } from "zod";
import { Id } from "../../kernel/ids.ts";
import { fileWidth, pictureLimits } from "../../media/limits.ts";
import { attributeText, type NodeDefinition } from "./definition.ts";

const side = z.int().min(1).max(pictureLimits.pixels);

/** The picture's words are this story's: taken over from the library, and never changed by it. Its size never changes at all. */
export const PictureAttrs = z.strictObject({
  pictureId: Id,
  width: side,
  height: side,
  altText: attributeText(pictureLimits.altText, `Please keep alt text under ${pictureLimits.altText} characters.`),
  caption: attributeText(pictureLimits.caption, `Please keep a caption under ${pictureLimits.caption} characters.`),
  credit: attributeText(pictureLimits.credit, `Please keep a credit under ${pictureLimits.credit} characters.`),
});

const names = ["pictureId", "width", "height", "altText", "caption", "credit"] as const;

/** What a copied picture says of itself; null for a picture that is none of the library. */
function attrsIn({ dataset }: HTMLElement): z.output<typeof PictureAttrs> | null {
  const { pictureId, width, height, altText = "", caption = "", credit = "" } = dataset;
  const read = { pictureId, width: Number(width), height: Number(height), altText, caption, credit };
  return PictureAttrs.safeParse(read).data ?? null;
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const dataOf = (attrs: Record<string, unknown>) =>
  Object.fromEntries(names.map((name) => [`data-${kebab(name)}`, String(attrs[name])]));

/** Where the desk shows it; whoever may not see it there sees its words. */
const sourceOf = ({ pictureId, width }: Record<string, unknown>): string =>
  `/api/pictures/${String(pictureId)}/${fileWidth(Number(width), 960)}.webp`;

const said = ({ caption, credit }: Record<string, unknown>): string => [caption, credit].filter(Boolean).join(" ");

/** A picture of the library, with what this story says of it. */
export const picture = {
  extension: Node.create({
    name: "picture",
    group: "piece",
    atom: true,
    draggable: true,
    addAttributes: () =>
      Object.fromEntries(
        names.map((name) => [
          name,
          {
            default: name === "width" || name === "height" ? 1 : "",
            parseHTML: (element: HTMLElement) => attrsIn(element)?.[name],
            renderHTML: () => ({}),
          },
        ]),
      ),
    parseHTML: () => [{ tag: "figure[data-picture-id]", getAttrs: (element) => (attrsIn(element) ? null : false) }],
    renderHTML: ({ node: { attrs } }) => [
      "figure",
      dataOf(attrs),
      ["img", { src: sourceOf(attrs), alt: String(attrs.altText), width: attrs.width, height: attrs.height }],
      ["figcaption", said(attrs)],
    ],
    renderText: ({ node }) => said(node.attrs),
  }),
  attrs: PictureAttrs,
  words: said,
} satisfies NodeDefinition;
