import { type Doc, XmlElement, type XmlFragment, XmlText } from "yjs";
import { bodySchema } from "#newsroom/body/schema";

/**
 * Does this editor know every block and mark of the document? It must not open what it does not know:
 * the binding takes such content out of the document.
 */
export const knowsAll = (doc: Doc): boolean => knowsPart(doc.getXmlFragment("body"));

const knowsPart = (part: XmlFragment | XmlElement): boolean =>
  part.toArray().every((child) => {
    if (child instanceof XmlText) return child.toDelta().every(knowsMarks);
    return child instanceof XmlElement && child.nodeName in bodySchema.nodes && knowsPart(child);
  });

const knowsMarks = ({ attributes = {} }: { attributes?: object }): boolean =>
  Object.keys(attributes).every((mark) => mark in bodySchema.marks);
