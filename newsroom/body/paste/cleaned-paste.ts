import { isFromCodeEditor } from "./code-editor.ts";
import { htmlPassages, TooDeep } from "./html.ts";
import { looksLikeMarkdown, markdownPassages } from "./markdown.ts";
import { fitted, nested } from "./nest.ts";
import type { Passage, PastedNode, Room } from "./passage.ts";
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
}

interface Pasted {
  content: PastedNode[];
  /** Pictures that were on the clipboard and are left out. */
  pictures: number;
}

/** What is on a clipboard, as blocks of a body: all its text, its structure, and nothing of the program it comes from. */
export function cleanedPaste(clipboard: Clipboard, { tables, room = "blocks", asText = false }: Reading): Pasted {
  const { passages, pictures } = asText ? ofWords(clipboard.text) : passagesOf(clipboard);
  return { content: nested(fitted(passages, room), { tables }), pictures };
}

/** Everything on one line of plain text, for a field that has no more. */
export function pastedLine(clipboard: Clipboard): string {
  const words = clipboard.text.trim() === "" ? wordsOf(passagesOf(clipboard).passages) : clipboard.text;
  return storable(words).replace(/\s+/g, " ").trim();
}

const wordsOf = (passages: readonly Passage[]): string =>
  passages.map(({ inline }) => inline.map((part) => (part === "break" ? " " : part.text)).join("")).join(" ");

type Read = { passages: Passage[]; pictures: number };

const ofWords = (text: string): Read => ({ passages: plainPassages(text), pictures: 0 });

function passagesOf({ html, text }: Clipboard): Read {
  if (html.trim() === "" || (text.trim() !== "" && isFromCodeEditor(html))) return ofText(text);
  try {
    const read = htmlPassages(html);
    const hasWords = read.passages.some(({ inline }) => inline.length > 0);
    return hasWords || text.trim() === "" ? read : { ...ofText(text), pictures: read.pictures };
  } catch (error) {
    if (error instanceof TooDeep && text !== "") return ofWords(text);
    throw error;
  }
}

function ofText(text: string): Read {
  if (looksLikeCells(text)) return { passages: cellPassages(text), pictures: 0 };
  return looksLikeMarkdown(text) ? markdownPassages(text) : ofWords(text);
}
