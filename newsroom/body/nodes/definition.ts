import type { AnyExtension } from "@tiptap/core";
import { z } from "zod";
import { isStorableText } from "../../kernel/text.ts";

/** A node of the body, told once: the editor makes it by this, the border checks it, search and counting read it. */
export interface NodeDefinition {
  extension: AnyExtension;
  /** What may stand in its attributes. */
  attrs?: z.ZodType;
  /** It holds running text: one line of the plain text. */
  isLine?: true;
  /** What it says by its attributes, before or instead of its content. */
  words?(attrs: object): string;
}

/** Words in an attribute, at most `max` characters. */
export const attributeText = (max: number, tooLong: string) =>
  z
    .string("This is no text.")
    .max(max, tooLong)
    .refine(isStorableText, "This contains a character that cannot be stored.");
