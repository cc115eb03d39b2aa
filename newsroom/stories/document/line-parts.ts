import * as Y from "yjs";
import type { Part } from "./unseen.ts";

/** Puts parts into a line of text, behind so many of its characters; an amount or a break counts as one. */
export function insertParts(line: Y.XmlElement, at: number, parts: Part[]): void {
  let place = at;
  for (const [index, part] of parts.entries()) {
    if ("element" in part) {
      insertElement(line, place, part.element);
      place++;
      // Who put it there cut the words behind it off: they stand here still.
      const rest = parts.slice(index + 1);
      if (rest.length > 0 && startsWith(line, place, rest)) return;
      continue;
    }
    const { text, offset } = textAt(line, place);
    text.insert(offset, part.words, part.marks);
    place += part.words.length;
  }
}

/** Marks so many characters of a line; null takes a mark off. */
export function markPart(line: Y.XmlElement, at: number, length: number, marks: Record<string, unknown>): void {
  let start = 0;
  for (const child of line.toArray()) {
    const size = child instanceof Y.XmlText ? child.length : 1;
    const [from, to] = [Math.max(at, start), Math.min(at + length, start + size)];
    if (child instanceof Y.XmlText && from < to) child.format(from - start, to - from, marks);
    start += size;
  }
}

function startsWith(line: Y.XmlElement, place: number, parts: Part[]): boolean {
  const words = parts.map((part) => ("words" in part ? part.words : "")).join("");
  const { text, offset } = textAt(line, place);
  return words.trim() !== "" && text.toDelta().map(insertOf).join("").startsWith(words, offset);
}

const insertOf = ({ insert }: { insert: string }): string => insert;

/** The text at a place of a line; a new one where none is. */
function textAt(line: Y.XmlElement, place: number): { text: Y.XmlText; offset: number } {
  let start = 0;
  for (const [index, child] of line.toArray().entries()) {
    const size = child instanceof Y.XmlText ? child.length : 1;
    const isNext = place === start + size && line.get(index + 1) instanceof Y.XmlText;
    if (child instanceof Y.XmlText && place <= start + size && !isNext) return { text: child, offset: place - start };
    if (!(child instanceof Y.XmlText) && place <= start) return newText(line, index);
    start += size;
  }
  return newText(line, line.length);
}

function newText(line: Y.XmlElement, index: number): { text: Y.XmlText; offset: number } {
  const text = new Y.XmlText();
  line.insert(index, [text]);
  return { text, offset: 0 };
}

function insertElement(line: Y.XmlElement, place: number, element: Y.XmlElement): void {
  const { text, offset } = textAt(line, place);
  const at = line.toArray().indexOf(text);
  const copy = element.clone() as Y.XmlElement;
  const rest = text.clone();
  line.insert(at + 1, offset < text.length ? [copy, rest] : [copy]);
  if (offset < text.length) {
    rest.delete(0, offset);
    text.delete(offset, text.length - offset);
  }
  if (text.length === 0) line.delete(at, 1);
}
