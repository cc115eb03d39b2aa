import { type Extensions, getSchema } from "@tiptap/core";
import type { Schema } from "@tiptap/pm/model";
import { bodyExtensions } from "./extensions.ts";
import { comment } from "./marks/comment.ts";
import { deletion, insertion } from "./marks/suggestions.ts";

/** What stands in a story's document beside its text: what people say about it, and what they propose. Readers never get any of it. */
const annotations: Extensions = [comment, insertion, deletion];

/** The nodes and marks of a story's document, for the editor and for whatever reads a document. */
export const documentExtensions: Extensions = [...bodyExtensions, ...annotations];
export const documentSchema: Schema = getSchema(documentExtensions);

/** The text as it is, or as it would be if all that is proposed were accepted. */
export type Suggested = "without" | "with";

interface Json {
  type?: unknown;
  text?: unknown;
  attrs?: unknown;
  content?: unknown;
  marks?: unknown;
}

const own = new Set(annotations.map(({ name }) => name));
/** The mark whose words are not part of the text. */
const leftOut = { without: "insertion", with: "deletion" } as const;

/**
 * The JSON of a document as that of a body: comments are gone, and what is proposed is left aside or accepted. Broken JSON passes
 * through as it is, for the body's schema to refuse.
 */
export function withoutAnnotations(json: unknown, suggested: Suggested): unknown {
  if (!isObject(json)) return json;
  const { content, ...rest } = json;
  if (!Array.isArray(content)) return json;
  return { ...rest, content: joined(content.flatMap((child) => cleaned(child, suggested))) };
}

function cleaned(node: unknown, suggested: Suggested): unknown[] {
  if (!isObject(node)) return [node];
  const { marks, ...rest } = node;
  if (!Array.isArray(marks)) return [withoutAnnotations(node, suggested)];
  const bare = withoutAnnotations(rest, suggested);
  if (marks.some((mark) => typeOf(mark) === leftOut[suggested])) return [];
  const kept = marks.filter((mark) => !own.has(String(typeOf(mark))));
  return [isObject(bare) && kept.length > 0 ? { ...bare, marks: kept } : bare];
}

/** Words that only an annotation kept apart are one again. */
function joined(content: unknown[]): unknown[] {
  const nodes: unknown[] = [];
  for (const node of content) {
    const last = nodes.at(-1);
    if (isText(last) && isText(node) && JSON.stringify(last.marks) === JSON.stringify(node.marks))
      nodes[nodes.length - 1] = { ...last, text: last.text + node.text };
    else nodes.push(node);
  }
  return nodes;
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is Json & { text: string } => isObject(value) && typeof value.text === "string";
const typeOf = (mark: unknown): unknown => (isObject(mark) ? mark.type : undefined);
