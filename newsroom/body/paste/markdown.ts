import { listLevels } from "./list-levels.ts";
import { markdownInline } from "./markdown-inline.ts";
import type { Container, Passage } from "./passage.ts";
import { type Place, passageWriter } from "./passage-writer.ts";
import { linesOfSpeech } from "./speech.ts";
import { depthOfBullet, typedItem } from "./typed-item.ts";

const heading = /^ {0,3}(#{1,6})\s+(\S.*)$/;
const rule = /^ {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$/;
const fence = /^\s*(?:```|~~~)/;
const quoteSign = /^ {0,3}> ?/;
const divider = /^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$/;
const deepest = 20;
const titled = /\[[^\][\n]{1,500}\]\([^\s)]{1,2000}(?:[ \t]+["'][^"'\n]{0,500}["'])?\)/;
const definition = /^ {0,3}\[([^\]\n]+)\]:\s*(\S+)(?:\s+["'(].*["')])?\s*$/;

/** Does somebody who wrote this mean Markdown by it? One sign alone is a sign of nothing but for the clearest. */
export function looksLikeMarkdown(text: string): boolean {
  if (/^ {0,3}#{1,6} \S/m.test(text) || titled.test(text)) return true;
  if (/(?:^|[\s(])(\*\*|__)\S(?:[^\n]{0,200}?\S)?\1(?![\p{L}\p{N}])/mu.test(text) || /^```/m.test(text)) return true;
  const lines = text.split(/\r\n?|\n/);
  if (lines.some((line) => /^ {0,3}> ?\S/.test(line)) || lines.some((line) => line.includes("|") && divider.test(line)))
    return true;
  const speech = linesOfSpeech(lines);
  return lines.filter((line, at) => typedItem.test(line) && !speech.has(at)).length > 1;
}

/** Reads Markdown line by line. What it does not know stays as words. */
export function markdownPassages(text: string): { passages: Passage[]; pictures: number } {
  const lines = text.replace(/\r\n?/g, "\n").split("\n").map(tabless);
  const reader = markdownReader(definitionsIn(lines));
  const speech = linesOfSpeech(lines);
  for (const [at, line] of lines.entries()) {
    if (speech.has(at)) reader.speech(line);
    else reader.line(line, lines[at + 1] ?? "");
  }
  reader.endParagraph();
  return { passages: reader.passages, pictures: reader.pictures() };
}

function definitionsIn(lines: readonly string[]): ReadonlyMap<string, string> {
  const links = new Map<string, string>();
  for (const line of lines) {
    const [, name, href] = definition.exec(line) ?? [];
    if (name && href) links.set(name.toLowerCase(), href);
  }
  return links;
}

function markdownReader(links: ReadonlyMap<string, string>) {
  const writer = passageWriter();
  const levels = listLevels();
  let pictures = 0;
  let quotes: Container[] = [];
  /** Columns at which the open items begin, outermost first. */
  let indents: number[] = [];
  let within: readonly Container[] = [];
  let table: Container | null = null;
  let isCode = false;
  let isAfterBlank = true;
  let paragraph: string[] = [];
  const place = (more: Partial<Place> = {}): Place => ({ kind: "paragraph", level: 2, within, ...more });

  function write(source: string, at: Place): void {
    pictures += markdownInline(source, links, (words, marks) => writer.text(words, marks, at));
  }

  function endParagraph(more: Partial<Place> = {}): void {
    const at = place(more);
    for (const [n, line] of paragraph.entries()) {
      if (n > 0) writer.text(" ", [], at);
      const isKept = line.endsWith("\\");
      write(isKept ? line.slice(0, -1) : line, at);
      // Two spaces or a backslash keep the end of the line.
      if (isKept || line.endsWith("  ")) writer.lineBreak();
    }
    writer.end(at);
    paragraph = [];
  }

  function leaveLists(): void {
    levels.end();
    indents = [];
    within = quotes;
  }

  function line(source: string, next: string): void {
    if (fence.test(source)) {
      endParagraph();
      isCode = !isCode;
    } else if (isCode) codeLine(source);
    else {
      const { depth, rest } = unquoted(source);
      enterQuotes(depth, rest);
      if (rest.trim() === "") blankLine();
      else if (!definition.test(rest)) readBlock(rest, unquoted(next).rest);
    }
  }

  /** Each line of speech is a paragraph. */
  function speech(source: string): void {
    endParagraph();
    leaveLists();
    paragraph = [source.trimStart()];
    endParagraph();
  }

  function codeLine(source: string): void {
    writer.text(source, [], place());
    if (source.trim() === "") writer.end(place());
    else writer.lineBreak();
  }

  function enterQuotes(depth: number, rest: string): void {
    if (depth === quotes.length) return;
    const goesOn =
      depth === 0 && paragraph.length > 0 && rest.trim() !== "" && !heading.test(rest) && !typedItem.test(rest);
    if (goesOn) return;
    endParagraph();
    const added = Array.from({ length: Math.max(0, depth - quotes.length) }, (): Container => ({ is: "quote" }));
    quotes = [...quotes.slice(0, depth), ...added];
    leaveLists();
  }

  function blankLine(): void {
    endParagraph();
    table = null;
    isAfterBlank = true;
  }

  function readBlock(rest: string, next: string): void {
    const found = typedItem.exec(rest);
    if (isAfterBlank && /^\S/.test(rest) && !found) leaveLists();
    isAfterBlank = false;
    const [, signs, words] = heading.exec(rest) ?? [];
    const isUnderline = /^ {0,3}(?:=+|-+)\s*$/.test(rest) && paragraph.length === 1 && indents.length === 0;
    if (signs && words) headingLine(signs, words);
    else if (isUnderline) endParagraph({ kind: "crosshead" });
    else if (rule.test(rest)) {
      endParagraph();
      leaveLists();
      writer.rule(within);
    } else if (readTable(rest, next)) return;
    else if (found) itemLine(rest, found);
    else paragraph.push(rest.trimStart());
  }

  function headingLine(signs: string, words: string): void {
    endParagraph();
    leaveLists();
    paragraph = [withoutSigns(words)];
    endParagraph({ kind: "crosshead", level: signs.length <= 2 ? 2 : 3 });
  }

  /** A row with the line under it that makes a table of it, or a row of the table that is open. */
  function readTable(rest: string, next: string): boolean {
    const isRow = rest.includes("|") && (table !== null || (paragraph.length === 0 && divider.test(next)));
    if (!isRow) table = null;
    else if (table === null) {
      table = { is: "table", isLayout: false };
      tableRow(rest, table, true);
    } else if (!divider.test(rest)) tableRow(rest, table, false);
    return isRow;
  }

  function tableRow(source: string, inTable: Container, isHeader: boolean): void {
    const row: Container = { is: "row" };
    for (const words of cellsOf(source)) {
      const at = place({ within: [...within, inTable, row, { is: "cell", isHeader, columns: 1, rows: 1 }] });
      const before = writer.passages.length;
      write(words, at);
      writer.end(at);
      if (writer.passages.length === before) writer.emptyCell(at.within);
    }
  }

  function itemLine(rest: string, [marker, white = "", bullet, number]: RegExpExecArray): void {
    endParagraph();
    const indent = white.length + depthOfBullet(bullet);
    indents = [...indents.filter((at) => indent >= at + 2), indent];
    const next = levels.item(quotes, {
      key: number === undefined ? "bullets" : "numbers",
      level: indents.length,
      ordered: number !== undefined,
    });
    if (next.begun && number !== undefined && number.length < 6) next.begun.start = Number(number);
    within = next.within;
    paragraph = [rest.slice(marker.length).replace(/^\[[ xX]\]\s+/, "")];
  }

  return { passages: writer.passages, pictures: () => pictures, line, speech, endParagraph };
}

/** `## Words ##` is a heading of words. */
function withoutSigns(words: string): string {
  const trimmed = words.trimEnd();
  let end = trimmed.length;
  while (trimmed[end - 1] === "#") end--;
  return end === 0 || trimmed[end - 1] === " " ? trimmed.slice(0, end) : trimmed;
}

function unquoted(line: string): { depth: number; rest: string } {
  let rest = line;
  let depth = 0;
  for (; depth < deepest && quoteSign.test(rest); depth++) rest = rest.replace(quoteSign, "");
  return { depth, rest };
}

const tabless = (line: string): string => line.replace(/^[ \t]+/, (white) => white.replaceAll("\t", "    "));

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((words) => words.replaceAll("\\|", "|").trim());
