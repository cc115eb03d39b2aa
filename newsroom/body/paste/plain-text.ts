import type { Mark } from "../body.ts";
import type { Passage } from "./passage.ts";
import { type Place, passageWriter } from "./passage-writer.ts";
import { pastedHref } from "./tracking.ts";

const paragraph: Place = { kind: "paragraph", level: 2, within: [] };

/**
 * Words as they are. A blank line ends a paragraph; without any, each line is one, as wires send them. So is each line of speech.
 * Lines that were only wrapped at a width flow together again.
 */
export function plainPassages(text: string): Passage[] {
  const writer = passageWriter();
  const lines = text.replace(/\r\n?|[\u2028\u2029\f\v]/g, "\n").split("\n");
  const isBlankLined = lines.some((line, at) => line.trim() === "" && at > 0 && at < lines.length - 1);
  const wrapped = wrappedLines(lines);
  for (const [at, line] of lines.entries()) {
    if (line.trim() === "") {
      writer.end(paragraph);
      continue;
    }
    if (wrapped.size > 0 ? indented.test(line) : /^(?:\t|[-–—]\s)\S/.test(line)) writer.end(paragraph);
    linkedText(line, [], (words, marks) => writer.text(words, marks, paragraph));
    const isLast = (lines[at + 1] ?? "").trim() === "";
    if (wrapped.has(at)) writer.text(" ", [], paragraph);
    else if (isBlankLined && !isLast) writer.lineBreak();
    else writer.end(paragraph);
  }
  writer.end(paragraph);
  return writer.passages;
}

const narrowest = 45;
const widest = 100;
const indented = /^(?: {2,}|\t)\S/;

/** The lines that ended because the first word of the next did not fit: all lines of a paragraph but its last did, or none. */
function wrappedLines(lines: readonly string[]): ReadonlySet<number> {
  // A long address was never wrapped.
  const lengths = lines.map((line) => (/\S\s+\S/.test(line) ? line.trimEnd().length : 0));
  const width = lengths.reduce((most, length) => Math.max(most, length), 0);
  if (width < narrowest || width > widest) return new Set();
  const wrapped: number[] = [];
  let paragraph: number[] = [];
  let isKept = true;
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1] ?? "";
    if (line.trim() === "") continue;
    if (next.trim() === "" || indented.test(next)) {
      if (isKept) wrapped.push(...paragraph);
      paragraph = [];
      isKept = true;
      continue;
    }
    const [word = ""] = next.trim().split(/\s/, 1);
    if (line.trimEnd().length + 1 + word.length <= width) isKept = false;
    paragraph.push(at);
  }
  return new Set(wrapped.length > 1 ? wrapped : []);
}

const address = /https?:\/\/[^\s<>"“”«»]+/gi;

/** Calls back with bits of text; a bare address is a link. */
export function linkedText(
  text: string,
  marks: readonly Mark[],
  write: (words: string, marks: readonly Mark[]) => void,
): void {
  let from = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const words = withoutEnd(found);
    const href = marks.some(({ type }) => type === "link") ? null : pastedHref(words);
    if (href === null) continue;
    write(text.slice(from, index), marks);
    write(words, [...marks, { type: "link", attrs: { href } }]);
    from = index + words.length;
  }
  write(text.slice(from), marks);
}

/** The sentence's own marks at the end of an address are not part of it. */
function withoutEnd(found: string): string {
  const opens = found.includes("(");
  let end = found.length;
  while (end > 0 && (".,;:!?'’…".includes(found[end - 1] ?? "") || (found[end - 1] === ")" && !opens))) end--;
  return found.slice(0, end);
}
