import type { Mark } from "../body.ts";
import { type Pair, quotationMarks } from "../typography/languages.ts";
import type { Place, passageWriter } from "./passage-writer.ts";
import { onTheLine, type Shift } from "./raised.ts";

interface Set {
  marks: readonly Mark[];
  place: Place;
  isStruck: boolean;
  shift: Shift | null;
}

/** Stand around what is struck out, since stories have no such mark: as live words it would be false. */
const strike = "~~";

/** Writes the text of elements, with signs for what they say and a story's text cannot. */
export function htmlText(writer: ReturnType<typeof passageWriter>, language: string) {
  /** Signs that wait for the words after them. */
  let opening = "";
  let isStruck = false;
  let isParted = false;
  let struck = 0;
  let saysMore = false;
  const quotations: { marks: Pair; hasWords: boolean }[] = [];

  function text(raw: string, { marks, place, isStruck: strikes, shift }: Set): void {
    if (raw.trim() === "") {
      isParted = false;
      writer.text(raw, marks, place);
      return;
    }
    if (!strikes) endStrike();
    const words = shift ? onTheLine(raw, shift, writer.last()) : raw;
    if (words !== raw) saysMore = true;
    const [space = ""] = /^\s*/.exec(words) ?? [];
    writer.text(space + signsBefore(words, strikes) + words.slice(space.length), marks, place);
  }

  function signsBefore(words: string, strikes: boolean): string {
    const inner = quotations.at(-1);
    if (inner && opening !== "" && /^\s*["“”„«»‘「]/.test(words)) {
      opening = opening.slice(0, opening.length - inner.marks[0].length);
      inner.marks = ["", ""];
    }
    for (const quotation of quotations) quotation.hasWords = true;
    const begins = strikes && !isStruck;
    const isBeside = isParted || (begins && isOfWord(writer.last()));
    const signs = (isBeside && isOfWord(words[0] ?? "") ? " " : "") + opening + (begins ? strike : "");
    if (begins) struck++;
    isStruck = strikes;
    isParted = false;
    opening = "";
    return signs;
  }

  function endStrike(): void {
    if (!isStruck) return;
    writer.closeWith(strike);
    isStruck = false;
    isParted = true;
  }

  return {
    text,
    /** What is struck out goes on in the next line with signs of its own. */
    endLine(): void {
      endStrike();
      isParted = false;
    },
    openQuotation(): void {
      const marks = quotationMarks(language, quotations.length);
      quotations.push({ marks, hasWords: false });
      opening += marks[0];
      saysMore = true;
    },
    closeQuotation(): void {
      endStrike();
      const quotation = quotations.pop();
      if (quotation?.hasWords) writer.closeWith(quotation.marks[1]);
      else if (quotation) opening = opening.slice(0, -quotation.marks[0].length);
    },
    told: () => ({ struck, saysMore: saysMore || struck > 0 }),
  };
}

const isOfWord = (sign: string): boolean => /[\p{L}\p{N}]/u.test(sign);
