import { type Doc, XmlElement, type XmlFragment, XmlText } from "yjs";
import { documentSchema } from "#newsroom/body/annotations";
import { misplacedIn } from "#newsroom/stories/document/misplaced";
import { lineNames } from "#newsroom/stories/document/story-text";

/**
 * Does this editor know every block, attribute and mark of the document, and can it show the blocks as they stand? It must not open
 * anything else: the binding takes such content out of the document.
 */
export const knowsAll = (doc: Doc): boolean =>
  [...lineNames, "body"].every((name) => knowsPart(doc.getXmlFragment(name))) &&
  misplacedIn(documentSchema, doc.getXmlFragment("body")) === null;

/** Calls once a document can be shown that could not be: what merging broke is brought into order. */
export function onceKnown(doc: Doc, tell: () => void): void {
  const look = () => {
    if (!knowsAll(doc)) return;
    doc.off("update", look);
    tell();
  };
  doc.on("update", look);
}

const knowsPart = (part: XmlFragment | XmlElement): boolean =>
  part.toArray().every((child) => {
    if (child instanceof XmlText) return child.toDelta().every(knowsMarks);
    return child instanceof XmlElement && knowsBlock(child) && knowsPart(child);
  });

function knowsBlock(block: XmlElement): boolean {
  const type = Object.hasOwn(documentSchema.nodes, block.nodeName) ? documentSchema.nodes[block.nodeName] : undefined;
  return type !== undefined && Object.keys(block.getAttributes()).every((name) => name in (type.spec.attrs ?? {}));
}

/** Marks that may stand on words more than once have a hash behind their name. */
const knowsMarks = ({ attributes = {} }: { attributes?: object }): boolean =>
  Object.keys(attributes).every((mark) => (mark.split("--")[0] ?? mark) in documentSchema.marks);
