import { type Extensions, getSchema } from "@tiptap/core";
import type { Schema } from "@tiptap/pm/model";
import { blockSuggestions } from "./block-suggestions.ts";
import { carriedMarks } from "./carried-marks.ts";
import { bodyExtensions } from "./extensions.ts";
import { comment } from "./marks/comment.ts";
import { deletion, formatting, insertion } from "./marks/suggestions.ts";
import { decided, isObject, type Json } from "./suggestions.ts";

/** What stands in a story's document beside its text: what people say about it, and what they propose. Readers never get any of it. */
const annotations: Extensions = [comment, insertion, deletion, formatting, blockSuggestions, carriedMarks];

/** The nodes and marks of a story's document, for the editor and for whatever reads a document. */
export const documentExtensions: Extensions = [...bodyExtensions, ...annotations];
export const documentSchema: Schema = getSchema(documentExtensions);

/** The text as it is, or as it would be if all that is proposed were accepted. */
export type Suggested = "without" | "with";

/**
 * The JSON of a document as that of a body: comments are gone, and what is proposed is left aside or accepted. Broken JSON passes
 * through as it is, for the body's schema to refuse.
 */
export function withoutAnnotations(json: unknown, suggested: Suggested): unknown {
  return decided(withoutComments(json), () => (suggested === "with" ? "accept" : "reject"));
}

/** A node of any kind without what people say about it. */
export function withoutComments(node: unknown): unknown {
  if (!isObject(node)) return node;
  const { content, marks, ...rest } = node;
  const kept = Array.isArray(marks) ? marks.filter((mark) => !isObject(mark) || mark.type !== comment.name) : marks;
  const isMarked: Json = kept === undefined || (Array.isArray(kept) && kept.length === 0) ? {} : { marks: kept };
  return {
    ...rest,
    ...(content !== undefined && { content: Array.isArray(content) ? content.map(withoutComments) : content }),
    ...isMarked,
  };
}
