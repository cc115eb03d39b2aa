import { XmlElement, type XmlFragment, XmlText } from "yjs";
import type { Suggested } from "../../body/annotations.ts";

interface Piece {
  insert?: unknown;
  attributes?: Record<string, unknown>;
}

/** What a line of a document says: without what is proposed in it, or as it would be with all of that. */
export const lineText = (line: XmlFragment, suggested: Suggested = "without"): string =>
  line
    .toArray()
    .flatMap((paragraph) => (paragraph instanceof XmlElement ? paragraph.toArray() : []))
    .map((text) => (text instanceof XmlText ? wordsOf(text.toDelta(), suggested) : ""))
    .join(" ");

function wordsOf(pieces: Piece[], suggested: Suggested): string {
  const left = suggested === "without" ? "insertion" : "deletion";
  return pieces.map(({ insert, attributes }) => (attributes?.[left] ? "" : String(insert))).join("");
}
