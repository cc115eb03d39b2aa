import type { Node } from "@tiptap/pm/model";
import { wordsOfAttrs } from "#newsroom/body/text";
import type { Place } from "#newsroom/workflow/checks/finding";

/** Characters of a field or of the body. */
export type StruckPlace = Extract<Place, { quote: string }>;

interface Span {
  from: number;
  to: number;
}

interface Line {
  /** As the checks read it: without what is only proposed. */
  text: string;
  /** Where each of its characters stands. */
  at: number[];
}

/** Where a finding's words stand in an editor; null if somebody has changed them since. */
export function struckSpan(doc: Node, place: StruckPlace): Span | null {
  const lines = linesOf(doc);
  const there = lines[place.part === "body" ? place.line : 0];
  if (there?.text.slice(place.from, place.to) === place.quote) return spanIn(there, place.from, place.to);
  // Lines above came or went: the same words elsewhere are meant.
  for (const line of lines) {
    const from = line.text.indexOf(place.quote);
    if (from >= 0) return spanIn(line, from, from + place.quote.length);
  }
  return null;
}

function spanIn({ at }: Line, from: number, to: number): Span | null {
  const [first, last] = [at[from], at[to - 1]];
  return first === undefined || last === undefined ? null : { from: first, to: last + 1 };
}

const known = new WeakMap<Node, { text: string; offsets: number[] }>();

function linesOf(doc: Node): Line[] {
  const lines: Line[] = [];
  doc.descendants((node, start) => {
    if (!node.isTextblock) return true;
    const { text, offsets } = known.get(node) ?? read(node);
    lines.push({ text, at: offsets.map((offset) => start + 1 + offset) });
    return false;
  });
  return lines;
}

function read(block: Node) {
  let text = "";
  const offsets: number[] = [];
  block.forEach((child, offset) => {
    if (child.marks.some(({ type }) => type.name === "insertion")) return;
    const words = child.text ?? (wordsOfAttrs(child.type.name, child.attrs) || "\n");
    for (let index = 0; index < words.length; index++) offsets.push(offset + (child.isText ? index : 0));
    text += words;
  });
  const line = { text, offsets };
  known.set(block, line);
  return line;
}
