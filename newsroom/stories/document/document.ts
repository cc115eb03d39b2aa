import { getSchema } from "@tiptap/core";
import { Document } from "@tiptap/extension-document";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { documentSchema, type Suggested, withoutAnnotations } from "../../body/annotations.ts";
import { type Body, emptyBody } from "../../body/body.ts";
import { withMarksBorne, withMarksCarried } from "../../body/carried-marks.ts";
import { comment } from "../../body/marks/comment.ts";
import { deletion, insertion } from "../../body/marks/suggestions.ts";
import { type OpenSuggestion, openSuggestions } from "../../body/open-suggestions.ts";
import { fitIssue, parseBody, sizeIssue } from "../../body/schema.ts";
import { wordCount } from "../../body/text.ts";
import { type Issue, invalid } from "../../kernel/faults.ts";
import { isStorableText } from "../../kernel/text.ts";
import { lineText } from "./line-text.ts";
import { misplacedIn } from "./misplaced.ts";
import { type LineName, lineLimits, lineNames, type StoryText } from "./story-text.ts";

/** A line field in the editor: one paragraph of plain text, and what people say about it and propose to change in it. */
export const lineExtensions = [
  Document.extend({ content: "paragraph" }),
  Paragraph,
  Text,
  comment,
  insertion,
  deletion,
];
export const lineSchema = getSchema(lineExtensions);

/** The first state of a story's document, from text: happens once a story, on the server. */
export function documentOf(text: Partial<StoryText>): Uint8Array {
  const doc = new Y.Doc();
  for (const name of lineNames) {
    const content = text[name] ? [{ type: "text", text: text[name] }] : [];
    prosemirrorJSONToYXmlFragment(
      lineSchema,
      { type: "doc", content: [{ type: "paragraph", content }] },
      doc.getXmlFragment(name),
    );
  }
  prosemirrorJSONToYXmlFragment(documentSchema, withMarksCarried(text.body ?? emptyBody), doc.getXmlFragment("body"));
  return Y.encodeStateAsUpdate(doc);
}

/** The document that these updates make together. @throws Fault invalid if one is no Yjs update */
export function mergedDocument(updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update);
    });
  } catch {
    throw invalid([{ path: "update", message: "This change could not be read." }]);
  }
  if (doc.store.pendingStructs || doc.store.pendingDs)
    throw invalid([{ path: "update", message: "This change builds on text that never arrived." }]);
  return doc;
}

/** What a document says; what is proposed in it is left aside, or accepted. @throws Fault invalid if a part does not fit the story's schema */
export function textOf(doc: Y.Doc, suggested: Suggested = "without"): StoryText {
  return { ...linesOf(doc, suggested), body: parseBody(rawBody(doc.getXmlFragment("body"), suggested)) };
}

/** A document in the middle of work: what lists show of it, and what stands between it and publication. */
export interface Reading {
  headline: string;
  words: number;
  /** Whole; null while something is too long or unfit. */
  text: StoryText | null;
  /** A part is longer than it may be: it is kept, but it cannot be published. */
  tooLong: Issue | null;
  /** It holds what no editor makes. */
  unfit: Issue | null;
}

/** Reads a document however it stands; never throws. */
export function readingOf(doc: Y.Doc): Reading {
  const lines = rawLines(doc);
  const headline = lines.headline.toWellFormed().replaceAll("\u0000", "").slice(0, lineLimits.headline);
  const body = rawBody(doc.getXmlFragment("body"));
  const unfit =
    lineNames.map((name) => unstorable(name, lines[name])).find(Boolean) ?? fitIssue(body) ?? proposedIssue(doc);
  if (unfit) return { headline, words: 0, text: null, tooLong: null, unfit };
  const fitting = body as Body;
  const tooLong = lineNames.map((name) => overLimit(name, lines[name])).find(Boolean) ?? sizeIssue(fitting);
  const text = tooLong ? null : { ...lines, body: fitting };
  return { headline, words: wordCount(fitting), text, tooLong, unfit: null };
}

/** What is only proposed must fit as well: editors show it, and take out what they cannot show. */
const proposedIssue = (doc: Y.Doc): Issue | null =>
  misplacedIn(documentSchema, doc.getXmlFragment("body"))
    ? { path: "body", message: "The text has blocks where they cannot stand." }
    : null;

function linesOf(doc: Y.Doc, suggested: Suggested): Lines {
  const lines = rawLines(doc, suggested);
  for (const name of lineNames) {
    const issue = unstorable(name, lines[name]) ?? overLimit(name, lines[name]);
    if (issue) throw invalid([issue]);
  }
  return lines;
}

type Lines = Record<LineName, string>;

function rawLines(doc: Y.Doc, suggested: Suggested = "without"): Lines {
  const lines = { kicker: "", headline: "", standfirst: "", teaser: "" };
  for (const name of lineNames) lines[name] = lineText(doc.getXmlFragment(name), suggested);
  return lines;
}

const unstorable = (path: LineName, text: string): Issue | null =>
  isStorableText(text) ? null : { path, message: "This contains a character that cannot be stored." };

const overLimit = (path: LineName, text: string): Issue | null =>
  text.length <= lineLimits[path]
    ? null
    : { path, message: `Please keep the ${path} under ${lineLimits[path].toLocaleString("en")} characters.` };

const rawBody = (fragment: Y.XmlFragment, suggested: Suggested = "without"): unknown =>
  fragment.length === 0 ? emptyBody : withoutAnnotations(wholeBody(fragment), suggested);

/** The JSON of a body with all that stands on it: comments and proposals. */
export const wholeBody = (fragment: Y.XmlFragment): unknown => tidied(yXmlFragmentToProsemirrorJSON(fragment));

/** A proposal that nobody has decided on yet, and the part of the story that it stands in. */
export interface StorySuggestion extends OpenSuggestion {
  part: LineName | "body";
}

/** What is proposed in a document and nobody has decided on, from top to bottom. */
export const suggestionsIn = (doc: Y.Doc): StorySuggestion[] =>
  ([...lineNames, "body"] as const).flatMap((part) =>
    openSuggestions(yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(part))).map((open) => ({ ...open, part })),
  );

/** The binding writes `attrs: {}` for marks without any, empty text where all was deleted, and marks of text alone. */
function tidied(node: Record<string, unknown>): Record<string, unknown> {
  const { content, marks, attrs, ...rest } = withMarksBorne(node);
  return {
    ...rest,
    ...(isFilled(attrs) && { attrs }),
    ...(Array.isArray(marks) && {
      marks: marks.map(({ type, attrs }) => (isFilled(attrs) ? { type, attrs } : { type })),
    }),
    ...(Array.isArray(content) &&
      content.length > 0 && {
        content: content
          .flat()
          .filter(({ text }) => text !== "")
          .map(tidied),
      }),
  };
}

const isFilled = (attrs: unknown): boolean =>
  typeof attrs === "object" && attrs !== null && Object.keys(attrs).length > 0;

/** Who may have typed in this update: the Yjs clients whose structs it brings. */
export function clientsOf(update: Uint8Array): number[] {
  return [...Y.parseUpdateMeta(update).to.keys()];
}
