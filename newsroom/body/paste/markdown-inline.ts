import type { Mark } from "../body.ts";
import { linkedText } from "./plain-text.ts";
import { pastedHref } from "./tracking.ts";

interface Bit {
  text: string;
  bold: boolean;
  italic: boolean;
  href: string | null;
  /** Written as it is: no addresses are looked for in it. */
  isCode: boolean;
}

interface Opener {
  sign: string;
  length: number;
  bit: number;
}

/** Openers that are looked back for: more is no text that a person wrote. */
const openers = 16;

// Each part is bounded, so that no text makes it slow.
const target = String.raw`[^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500}){0,4}`;
const title = String.raw`(?:\s+["'][^"'\n]{0,500}["'])?`;
const token = new RegExp(
  [
    String.raw`\\(?<escaped>[\\\x60*_{}[\]()#+\-.!|>~])`,
    "(?<!`)(?<ticks>`{1,3})(?!`)(?<code>[^`]{1,2000})\\k<ticks>(?!`)",
    String.raw`!\[(?<picture>[^\]\n]{0,2000})\]\(\s*${target}${title}\s*\)`,
    String.raw`<(?<autolink>(?:https?:\/\/|mailto:)[^\s<>]{1,2000})>`,
    String.raw`(?<bare>https?:\/\/[^\s<>"“”«»*]{1,2000})(?<!_)`,
    String.raw`(?<signs>\*+|_+)`,
    String.raw`\[(?<words>(?:[^[\]\n]|\[[^[\]\n]*\])+)\](?:\(\s*(?<href>${target})${title}\s*\)|\[(?<reference>[^\]\n]{0,500})\])`,
  ].join("|"),
  "g",
);

/** Reads emphasis and links of one paragraph. What is struck out keeps its signs: stories have no such mark. Answers how many pictures stood in it. */
export function markdownInline(
  source: string,
  links: ReadonlyMap<string, string>,
  write: (words: string, marks: readonly Mark[]) => void,
): number {
  const { bits, pictures } = bitsOf(source, links, 0);
  for (const { text, bold, italic, href, isCode } of bits) {
    const marks: Mark[] = [
      ...(bold ? [{ type: "bold" } as const] : []),
      ...(italic ? [{ type: "italic" } as const] : []),
      ...(href ? [{ type: "link", attrs: { href } } as const] : []),
    ];
    if (isCode || href) write(text, marks);
    else linkedText(text, marks, write);
  }
  return pictures;
}

function bitsOf(source: string, links: ReadonlyMap<string, string>, depth: number): { bits: Bit[]; pictures: number } {
  const bits: Bit[] = [];
  const stack: Opener[] = [];
  let pictures = 0;
  let from = 0;
  const plain = (text: string, more: Partial<Bit> = {}) =>
    void bits.push({ text, bold: false, italic: false, href: null, isCode: false, ...more });

  for (const match of source.matchAll(token)) {
    const [found] = match;
    const { escaped, code, picture, autolink, bare, signs, words, href, reference } = match.groups ?? {};
    if (match.index > from) plain(source.slice(from, match.index));
    from = match.index + found.length;
    if (bare !== undefined) plain(bare);
    else if (escaped !== undefined) plain(escaped);
    else if (code !== undefined) plain(code, { isCode: true });
    else if (picture !== undefined) pictures++;
    else if (autolink !== undefined)
      plain(autolink.replace(/^mailto:/, ""), { href: pastedHref(autolink), isCode: true });
    else if (signs !== undefined) emphasis(bits, stack, signs, source[match.index - 1] ?? " ", source[from] ?? " ");
    else if (words !== undefined) {
      const address = href ?? links.get((reference || words).toLowerCase());
      if (address === undefined) plain(found);
      else {
        const inner = depth < 2 ? bitsOf(words, links, depth + 1) : { bits: [], pictures: 0 };
        if (depth >= 2) plain(words);
        pictures += inner.pictures;
        const target = pastedHref(address.replace(/^<|>$/g, ""));
        for (const bit of inner.bits) bits.push({ ...bit, href: target ?? bit.href });
      }
    }
  }
  plain(source.slice(from));
  return { bits, pictures };
}

/** A run of signs closes what it can and opens what is left of it. */
function emphasis(bits: Bit[], stack: Opener[], signs: string, before: string, after: string): void {
  const sign = signs[0] ?? "";
  const isWordSign = sign === "_" && isWord(before) && isWord(after);
  const canOpen = !/\s/.test(after) && !isWordSign;
  const canClose = !/\s/.test(before) && !isWordSign;
  let left = signs.length;
  while (left > 0) {
    const at = canClose ? stack.findLastIndex((opener) => opener.sign === sign && opener.length <= left) : -1;
    const opener = stack[at];
    if (opener) {
      for (const bit of bits.slice(opener.bit + 1)) mark(bit, opener);
      const opened = bits[opener.bit];
      if (opened) opened.text = "";
      stack.splice(at);
      left -= opener.length;
    } else if (canOpen && left <= 3 && stack.length < openers) {
      const length = left >= 2 ? 2 : 1;
      bits.push({ text: sign.repeat(length), bold: false, italic: false, href: null, isCode: true });
      stack.push({ sign, length, bit: bits.length - 1 });
      left -= length;
    } else {
      bits.push({ text: sign.repeat(left), bold: false, italic: false, href: null, isCode: true });
      left = 0;
    }
  }
}

function mark(bit: Bit, { length }: Opener): void {
  if (length === 2) bit.bold = true;
  else bit.italic = true;
}

const isWord = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);
