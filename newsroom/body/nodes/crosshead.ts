import { Heading } from "@tiptap/extension-heading";
import { z } from "zod";
import type { NodeDefinition } from "./definition.ts";

export const CrossheadAttrs = z.strictObject({ level: z.literal([2, 3], "A crosshead has level 2 or 3.") });

/** A heading inside the body: level 2 or 3, since the headline is level 1. */
export const crosshead = {
  extension: Heading.extend({ name: "crosshead" }).configure({ levels: [2, 3] }),
  attrs: CrossheadAttrs,
  isLine: true,
} satisfies NodeDefinition;
