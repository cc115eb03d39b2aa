import { Extension } from "@tiptap/core";
import { z } from "zod";
import { money } from "./nodes/money.ts";
import { isObject, type Json } from "./suggestions.ts";

/**
 * Bold, italic, a link or a comment on an amount. The binding to Yjs carries marks of text alone, so in a story's document they stand
 * in an attribute as well, as a string of JSON.
 */
export const carriedMarks = Extension.create({
  name: "carriedMarks",
  addGlobalAttributes: () => [
    {
      types: [money.extension.name],
      attributes: { carried: { default: null, parseHTML: () => null, renderHTML: () => ({}) } },
    },
  ],
});

const Marks = z.array(z.object({ type: z.string(), attrs: z.record(z.string(), z.unknown()).optional() }));
type MarkJson = z.infer<typeof Marks>[number];

export const asCarried = (marks: readonly unknown[]): string | null =>
  marks.length > 0 ? JSON.stringify(marks) : null;

/** The marks in such an attribute; none if it cannot be read. */
export function carriedIn(value: unknown): MarkJson[] {
  if (typeof value !== "string") return [];
  try {
    return Marks.safeParse(JSON.parse(value)).data ?? [];
  } catch {
    return [];
  }
}

/** A node of a document as JSON, with the marks of an amount where those of text are. */
export function withMarksBorne(node: Record<string, unknown>): Record<string, unknown> {
  if (node.type !== money.extension.name || !isObject(node.attrs) || !("carried" in node.attrs)) return node;
  const { carried, ...attrs } = node.attrs;
  const { marks: _, ...rest } = node;
  const marks = carriedIn(carried);
  return { ...rest, attrs, ...(marks.length > 0 && { marks }) };
}

/** A node of a body as JSON, with the marks of its amounts as a document carries them. */
export function withMarksCarried<Node extends Json>(node: Node): Node {
  if (Array.isArray(node.content))
    return { ...node, content: node.content.map((child) => (isObject(child) ? withMarksCarried(child) : child)) };
  if (node.type !== money.extension.name || !Array.isArray(node.marks)) return node;
  return { ...node, attrs: { ...(isObject(node.attrs) && node.attrs), carried: asCarried(node.marks) } };
}
