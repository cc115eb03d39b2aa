import type { Mark } from "../body.ts";
import type { Container, Passage, PastedInline } from "./passage.ts";

export interface Place {
  kind: "paragraph" | "crosshead" | "attribution";
  level: 2 | 3;
  within: readonly Container[];
}

/** What is no text: control characters, and what layout hides in words. Lone surrogates cannot be stored. */
export const storable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  text.toWellFormed().replace(/[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b\u2060\ufeff]/g, "");

/** Takes text as it comes and makes passages of it: white space as a browser shows it, no empty paragraphs. */
export function passageWriter() {
  const passages: Passage[] = [];
  let inline: PastedInline[] = [];
  let breaks = 0;
  /** Marks of the white space before what comes next; null if there is none. */
  let space: readonly Mark[] | null = null;

  /** Ends the passage at hand, if there is one. */
  function end({ kind, level, within }: Place): void {
    if (inline.length > 0) passages.push({ kind, level, within, inline });
    inline = [];
    breaks = 0;
    space = null;
  }

  function text(raw: string, marks: readonly Mark[], place: Place): void {
    // A lone no-break space is meant (10 000); several are somebody's layout.
    const shown = storable(raw).replace(/[ \t\n\v\f\r\u00a0\u2028\u2029]{2,}|[\t\n\v\f\r\u2028\u2029]/g, " ");
    const words = shown.trim();
    if (words === "") {
      if (shown !== "") space = space ? sharedBy(space, marks) : marks;
      return;
    }
    if (breaks > 1) end(place);
    else if (breaks === 1 && inline.length > 0) {
      if (place.kind === "crosshead") space = marks;
      else inline.push("break");
    }
    breaks = 0;
    const last = inline.at(-1);
    if (/^\s/.test(shown)) space = space ? sharedBy(space, marks) : marks;
    // The space after a link or before bold words belongs to the plain text beside it.
    if (last !== undefined && last !== "break" && space !== null)
      append(" ", sharedBy(sharedBy(last.marks, marks), space));
    append(words, marks);
    space = /\s$/.test(shown) ? marks : null;
  }

  function append(words: string, marks: readonly Mark[]): void {
    const last = inline.at(-1);
    if (last !== undefined && last !== "break" && areSame(last.marks, marks)) last.text += words;
    else inline.push({ text: words, marks });
  }

  return {
    passages,
    text,
    end,
    /** The sign right before what comes next; empty at the start of a line and after a space. */
    last(): string {
      const last = inline.at(-1);
      return last === undefined || last === "break" || space !== null || breaks > 0 ? "" : (last.text.at(-1) ?? "");
    },
    /** Does the next passage begin with what comes next? */
    isBetween: (): boolean => inline.length === 0,
    /** Puts signs right behind the words that stand there, before the white space after them. */
    closeWith(signs: string): void {
      const last = (inline.length > 0 ? inline : passages.at(-1)?.inline)?.at(-1);
      if (last !== undefined && last !== "break") last.text += signs;
    },
    /** Two of them end the paragraph. */
    lineBreak(): void {
      if (inline.length > 0) breaks++;
      space = null;
    },
    rule(within: readonly Container[]): void {
      passages.push({ kind: "rule", level: 2, within, inline: [] });
    },
    /** Keeps the place of a table's cell that says nothing. */
    emptyCell(within: readonly Container[]): void {
      passages.push({ kind: "paragraph", level: 2, within, inline: [] });
    },
  };
}

const isSame = (a: Mark, b: Mark): boolean =>
  a.type === b.type && (a.type !== "link" || (b.type === "link" && a.attrs.href === b.attrs.href));
const sharedBy = (a: readonly Mark[], b: readonly Mark[]): Mark[] =>
  a.filter((mark) => b.some((other) => isSame(mark, other)));
const areSame = (a: readonly Mark[], b: readonly Mark[]): boolean =>
  a === b || (a.length === b.length && sharedBy(a, b).length === a.length);
