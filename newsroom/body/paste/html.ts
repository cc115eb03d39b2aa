import { Parser } from "htmlparser2";
import type { Mark } from "../body.ts";
import { marksOf } from "./html-marks.ts";
import { htmlPlaces } from "./html-places.ts";
import { htmlText } from "./html-text.ts";
import { type Container, type LeftOut, type List, nothingLeftOut, type Passage } from "./passage.ts";
import { type Place, passageWriter } from "./passage-writer.ts";
import { type Shift, shiftOf } from "./raised.ts";
import { declarations, keepsLines } from "./style.ts";
import { emojiOf, headingLevel, isBlock, isDot, isHidden, isSilent, isStruckOut } from "./web.ts";
import {
  hasWords,
  isOfWordProcessor,
  isTrackedDeletion,
  isWordMachinery,
  isWordMarker,
  isWordTitle,
  readMarker,
} from "./word.ts";

type Attributes = Readonly<Record<string, string>>;

/** An element that is open, and what it means for the text in it. */
interface Frame extends Place {
  marks: readonly Mark[];
  isBlock: boolean;
  keepsLines: boolean;
  /** What is in it is not text. */
  isSilent: boolean;
  /** What is in it was text, until somebody deleted it. */
  isDeleted: boolean;
  isStruck: boolean;
  shift: Shift | null;
  /** What is in it says what kind of list this is, if it is the first of it. */
  marker: { list: List | null } | null;
  /** How many passages there were before it. */
  from: number;
}

/** Nested deeper than any page: the parser's time grows with the square of it. */
const deepest = 25_000;

export class TooDeep extends Error {
  override name = "TooDeep";
}

interface Read {
  passages: Passage[];
  leftOut: LeftOut;
  /** Would the words alone be read as something else? */
  saysMore: boolean;
}

/**
 * Reads HTML from a clipboard into passages, in one pass and without recursion.
 * @throws TooDeep
 */
export function htmlPassages(html: string, language: string): Read {
  const writer = passageWriter();
  const words = htmlText(writer, language);
  const places = htmlPlaces();
  const isTracked = isOfWordProcessor(html);
  let pictures = 0;
  let deletions = 0;
  /** Deleted words that follow each other are one deletion. */
  let isInDeletion = false;
  let marker = "";
  let waiting = "";
  let frame: Frame = {
    kind: "paragraph",
    level: 2,
    within: [],
    marks: [],
    isBlock: true,
    keepsLines: false,
    isSilent: false,
    isDeleted: false,
    isStruck: false,
    shift: null,
    marker: null,
    from: 0,
  };
  const around: Frame[] = [];

  const placeOf = ({ kind, level, within }: Frame): Place => ({ kind, level, within: places.textPlace(within) });

  /** Text comes in bits; white space is judged over all of them. */
  function flush(): void {
    const text = waiting;
    waiting = "";
    if (text === "") return;
    const lines = frame.keepsLines ? text.split(/\r\n?|\n/) : [text];
    for (const [at, line] of lines.entries()) {
      if (at > 0) lineBreak();
      write(line);
    }
  }

  function write(text: string): void {
    if (text.trim() !== "") isInDeletion = false;
    words.text(text, { ...frame, place: placeOf(frame) });
  }

  function lineBreak(): void {
    words.endLine();
    writer.lineBreak();
  }

  function endBlock(place: Place): void {
    words.endLine();
    writer.end(place);
  }

  function dropDeleted(text: string): void {
    if (text.trim() === "") return;
    if (!isInDeletion) deletions++;
    isInDeletion = true;
  }

  function enter(next: Frame): void {
    if (around.length > deepest) throw new TooDeep();
    around.push(frame);
    frame = next;
  }

  function open(name: string, attributes: Attributes): void {
    flush();
    const style = declarations(attributes.style);
    if (frame.isSilent) enter({ ...frame });
    else if (isWordMarker(style) && frame.kind !== "crosshead") {
      marker = "";
      enter({ ...frame, isSilent: true, isBlock: false, marker: { list: places.markedList() } });
    } else if (isSilent(name) || isHidden(attributes, style) || isWordMachinery(attributes, style))
      enter({ ...frame, isSilent: true, isBlock: false });
    else if (isTrackedDeletion(name, attributes) || (isTracked && name === "del"))
      enter({ ...frame, isSilent: true, isDeleted: true, isBlock: false });
    else openShown(name, attributes, style);
  }

  function openShown(name: string, attributes: Attributes, style: ReadonlyMap<string, string>): void {
    if (name === "br") lineBreak();
    if (name === "q") words.openQuotation();
    if (name === "img") readPicture(attributes);
    const speaker = namesSpeaker(name);
    const block = speaker || isBlock(name, style);
    if (block) endBlock(placeOf(frame));
    if (name === "hr") writer.rule(placeOf(frame).within);
    enter({
      ...frame,
      ...headingOf(name, attributes),
      ...(speaker && { kind: "attribution" }),
      within: block ? withinOf(name, attributes, style) : frame.within,
      marks: marksOf(name, attributes, style, frame.marks),
      isBlock: block,
      isStruck: frame.isStruck || (isStruckOut(name, style) && attributes["data-suggestion"] === undefined),
      shift: (block ? null : shiftOf(name, style)) ?? frame.shift,
      keepsLines: keepsLines(style) ?? (name === "pre" || name === "textarea" || frame.keepsLines),
      from: writer.passages.length,
    });
  }

  /** Who is quoted: below the words, not the name of a book in them. */
  const namesSpeaker = (name: string): boolean =>
    frame.within.at(-1)?.is === "quote" &&
    frame.kind === "paragraph" &&
    (name === "footer" || (name === "cite" && writer.isBetween() && writer.passages.length > frame.from));

  const withinOf = (name: string, attributes: Attributes, style: ReadonlyMap<string, string>): readonly Container[] =>
    places.opened({ name, attributes, style, within: frame.within, parent: frame }, writer.passages.length);

  function readPicture(attributes: Attributes): void {
    const emoji = emojiOf(attributes);
    if (emoji !== null) write(emoji);
    else if (!isDot(attributes)) pictures++;
  }

  function close(name: string): void {
    flush();
    const outer = around.pop();
    if (!outer) return;
    const inner = frame;
    if (name === "q" && !inner.isSilent) words.closeQuotation();
    if (!inner.isSilent && inner.isBlock) {
      endBlock(placeOf(inner));
      const isCell = (name === "td" || name === "th") && inner.within.at(-1)?.is === "cell";
      if (isCell && inner.from === writer.passages.length) writer.emptyCell(inner.within);
    }
    frame = outer;
    if (inner.marker && !outer.isSilent) endMarker(inner.marker.list);
  }

  function endMarker(list: List | null): void {
    if (list) readMarker(list, marker);
    if (hasWords(marker)) write(marker);
  }

  const parser = new Parser({
    onopentag: open,
    ontext(text) {
      if (!frame.isSilent) waiting += text;
      else if (frame.marker) marker += text;
      else if (frame.isDeleted) dropDeleted(text);
    },
    onclosetag: close,
  });
  parser.write(html);
  parser.end();
  flush();
  endBlock(placeOf(frame));
  const { struck, saysMore } = words.told();
  return {
    passages: writer.passages,
    leftOut: { ...nothingLeftOut, pictures, deletions, struck },
    saysMore: saysMore || deletions > 0,
  };
}

function headingOf(name: string, attributes: Attributes): Partial<Place> {
  const level = headingLevel(name, attributes) ?? (isWordTitle(attributes) ? 1 : null);
  return level === null ? {} : { kind: "crosshead", level: level <= 2 ? 2 : 3 };
}
