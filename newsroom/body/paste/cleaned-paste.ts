import { bulleted } from "./bulleted.ts";
import { isFromCodeEditor } from "./code-editor.ts";
import { htmlPassages, TooDeep } from "./html.ts";
import { looksLikeMarkdown, markdownPassages } from "./markdown.ts";
import { fitted, nested } from "./nest.ts";
import { withoutReplacements } from "./own-copy.ts";
import { type LeftOut, nothingLeftOut, type Passage, type PastedNode, type Room } from "./passage.ts";
import { storable } from "./passage-writer.ts";
import { plainPassages } from "./plain-text.ts";
import { cellPassages, looksLikeCells } from "./spreadsheet.ts";

interface Clipboard {
  /** Empty where the clipboard has none. */
  html: string;
  text: string;
}

interface Reading {
  /** May tables stand there? Without them each row becomes a paragraph. */
  tables: boolean;
  room?: Room;
  /** The words as they are, whatever else the clipboard has. */
  asText?: boolean;
  /** Of the text (BCP 47): how it writes quotations. */
  language?: string;
}

interface Pasted {
  content: PastedNode[];
  leftOut: LeftOut;
}

/** What is on a clipboard, as blocks of a body: all its text, its structure, and nothing of the program it comes from. */
export function cleanedPaste(
  clipboard: Clipboard,
  { tables, room = "blocks", asText = false, language = "en" }: Reading,
): Pasted {
  const { passages, leftOut } = asText ? ofWords(clipboard.text) : passagesOf(clipboard, language);
  const shown = asText ? passages : bulleted(passages);
  return { content: nested(fitted(shown, room), { tables }), leftOut };
}

/** Everything on one line of plain text, for a field that has no more. */
export function pastedLine(clipboard: Clipboard, { language = "en" } = {}): { line: string; leftOut: LeftOut } {
  const { passages, leftOut, saysMore } = passagesOf(clipboard, language);
  const isPlain = clipboard.text.trim() !== "" && !saysMore;
  const words = isPlain ? clipboard.text : wordsOf(passages);
  const { deletions, struck, proposals } = leftOut;
  return {
    line: storable(words).replace(/\s+/g, " ").trim(),
    leftOut: { ...nothingLeftOut, deletions, struck, proposals },
  };
}

const wordsOf = (passages: readonly Passage[]): string =>
  passages.map(({ inline }) => inline.map((part) => (part === "break" ? " " : part.text)).join("")).join(" ");

interface Read {
  passages: Passage[];
  leftOut: LeftOut;
  /** Would the words alone be read as something else? */
  saysMore: boolean;
}

const ofWords = (text: string): Read => ({
  passages: plainPassages(text),
  leftOut: nothingLeftOut,
  saysMore: false,
});

function passagesOf({ html, text }: Clipboard, language: string): Read {
  if (html.trim() === "" || (text.trim() !== "" && isFromCodeEditor(html))) return ofText(text);
  try {
    const { html: kept, proposals } = withoutReplacements(html);
    const read = htmlPassages(kept, language);
    const leftOut = { ...read.leftOut, proposals };
    const hasWords = read.passages.some(({ inline }) => inline.length > 0);
    return hasWords || text.trim() === "" || read.saysMore
      ? { ...read, leftOut, saysMore: read.saysMore || proposals > 0 }
      : { ...ofText(text), leftOut };
  } catch (error) {
    if (error instanceof TooDeep && text !== "") return ofWords(text);
    throw error;
  }
}

function ofText(text: string): Read {
  if (looksLikeCells(text)) return { passages: cellPassages(text), leftOut: nothingLeftOut, saysMore: false };
  if (!looksLikeMarkdown(text)) return ofWords(text);
  const { passages, pictures } = markdownPassages(text);
  return { passages, leftOut: { ...nothingLeftOut, pictures }, saysMore: false };
}
