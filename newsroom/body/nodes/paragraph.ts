import { Paragraph } from "@tiptap/extension-paragraph";
import type { NodeDefinition } from "./definition.ts";

export const paragraph = { extension: Paragraph, isLine: true } satisfies NodeDefinition;
