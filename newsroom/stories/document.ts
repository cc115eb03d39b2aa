import { getSchema } from "@tiptap/core";
import { Document } from "@tiptap/extension-document";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { type Body, emptyBody } from "../body/body.ts";
import { bodySchema, parseBody } from "../body/schema.ts";
import { invalid } from "../kernel/faults.ts";
import { isStorableText } from "../kernel/text.ts";
import { lineLimits, lineNames, type StoryText } from "./story-text.ts";

/** A line field in the editor: one paragraph of plain text. */
export const lineExtensions = [Document.extend({ content: "paragraph" }), Paragraph, Text];
const lineSchema = getSchema(lineExtensions);

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
  prosemirrorJSONToYXmlFragment(bodySchema, text.body ?? emptyBody, doc.getXmlFragment("body"));
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

/** What a document says. @throws Fault invalid if a part does not fit the story's schema */
export function textOf(doc: Y.Doc): StoryText {
  return { ...linesOf(doc), body: bodyOf(doc.getXmlFragment("body")) };
}

function linesOf(doc: Y.Doc): Record<(typeof lineNames)[number], string> {
  const lines = { kicker: "", headline: "", standfirst: "", teaser: "" };
  for (const name of lineNames) {
    const text = lineText(doc.getXmlFragment(name));
    if (!isStorableText(text))
      throw invalid([{ path: name, message: "This contains a character that cannot be stored." }]);
    if (text.length > lineLimits[name])
      throw invalid([
        { path: name, message: `Please keep the ${name} under ${lineLimits[name].toLocaleString("en")} characters.` },
      ]);
    lines[name] = text;
  }
  return lines;
}

const lineText = (fragment: Y.XmlFragment): string =>
  fragment
    .toArray()
    .flatMap((paragraph) => (paragraph instanceof Y.XmlElement ? paragraph.toArray() : []))
    .map((text) =>
      text instanceof Y.XmlText
        ? text
            .toDelta()
            .map(({ insert }: { insert: unknown }) => String(insert))
            .join("")
        : "",
    )
    .join(" ");

function bodyOf(fragment: Y.XmlFragment): Body {
  if (fragment.length === 0) return emptyBody;
  return parseBody(tidied(yXmlFragmentToProsemirrorJSON(fragment)));
}

/** The binding writes `attrs: {}` for marks without any, and empty text where all was deleted. */
function tidied(node: Record<string, unknown>): Record<string, unknown> {
  const { content, marks, attrs, ...rest } = node;
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
