import { type Doc, XmlElement } from "yjs";
import type { lineNames } from "#newsroom/stories/story-text";

export type LineName = (typeof lineNames)[number];

/** What a line of the document says, as it is now. */
export const lineText = (doc: Doc, name: LineName): string =>
  doc
    .getXmlFragment(name)
    .toArray()
    .flatMap((paragraph) => (paragraph instanceof XmlElement ? paragraph.toArray() : []))
    .map(String)
    .join(" ");
