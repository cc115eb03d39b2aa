import type { Doc } from "yjs";
import { lineText as textOfLine } from "#newsroom/stories/document/line-text";
import type { LineName } from "#newsroom/stories/document/story-text";

/** What a line of the document says, as it is now. */
export const lineText = (doc: Doc, name: LineName): string => textOfLine(doc.getXmlFragment(name));

/** Does the line hold any words, be they only proposed or about to go? */
export const isLineUsed = (doc: Doc, name: LineName): boolean => {
  const line = doc.getXmlFragment(name);
  return textOfLine(line) + textOfLine(line, "with") !== "";
};
