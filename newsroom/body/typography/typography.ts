import type { Pair, Typography } from "./languages.ts";

interface Change {
  /** Characters before the cursor that go. */
  remove: number;
  insert: string;
}

/**
 * What a typed character becomes after the text before it in its paragraph, line breaks as `\n`.
 * Null if it stays as it is, as everything does in an address.
 */
export function typographicChange(before: string, typed: string, rules: Typography): Change | null {
  if (/(?:^|\s)(?:\S{0,2000}:\/\/|www\.)\S{0,2000}$/.test(before.slice(-2_500))) return null;
  return apostropheBefore(before, typed, rules) ?? changeOf(before, typed, rules);
}

function changeOf(before: string, typed: string, rules: Typography): Change | null {
  const insert = typed === '"' ? doubleQuote(before, rules) : typed === "'" ? singleQuote(before, rules) : null;
  if (insert !== null) return { remove: 0, insert };
  if (typed === "." && /(?:^|[^.…])\.\.$/.test(before)) return { remove: 2, insert: "…" };
  if (typed === " " && before.endsWith(rules.double[0]) && /\s$/.test(before)) return { remove: 0, insert: "" };
  return typed === " " ? spacedDash(before, rules) : tightDash(before, typed, rules);
}

/** A quotation mark of which only what follows it says that it is an apostrophe or a prime: ’90s, geht’s, 6′2. */
function apostropheBefore(before: string, typed: string, rules: Typography): Change | null {
  const close = rules.single?.[1] ?? "’";
  const tail = before.slice(-10);
  if (/\d/.test(typed) && /\d.$/u.test(tail) && tail.endsWith("’")) return { remove: 1, insert: `′${typed}` };
  const isInWord = /\p{L}$/u.test(tail.slice(0, -1)) && /\p{L}/u.test(typed);
  if (close !== "’" && tail.endsWith(close) && isInWord) return { remove: 1, insert: `’${typed}` };
  const open = rules.single?.[0] ?? "‘";
  const [, word = ""] = /(?:^|[\s([“–—])‘([\p{L}\p{N}]{1,6})$/u.exec(tail) ?? [];
  if (open !== "‘" || !rules.elided?.test(word) || /[\p{L}\p{N}]/u.test(typed)) return null;
  const rewritten = `’${word}`;
  const { remove, insert } = changeOf(before.slice(0, -rewritten.length) + rewritten, typed, rules) ?? {
    remove: 0,
    insert: typed,
  };
  return { remove: rewritten.length, insert: rewritten.slice(0, rewritten.length - remove) + insert };
}

const signOf = (mark: string): string => mark.trim();

function opens(before: string, { double, inner, single }: Typography): boolean {
  const last = before.at(-1);
  return (
    last === undefined ||
    /[\s([{<—–\-/"']/.test(last) ||
    [double, inner, single].some((pair) => pair && signOf(pair[0]) === last && pair[0] !== pair[1])
  );
}

/** How many quotations are open at the end of a text. An apostrophe closes none. */
function depthOf(text: string, pair: Pair): number {
  const [open, close] = [signOf(pair[0]), signOf(pair[1])];
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign !== open && sign !== close) continue;
    if (open === close) depth = 1 - depth;
    else if (sign === open) depth++;
    else if (!isApostrophe(text, at)) depth = Math.max(0, depth - 1);
  }
  return depth;
}

const isApostrophe = (text: string, at: number): boolean =>
  text[at] === "’" && /[\p{L}\p{N}]/u.test(text[at - 1] ?? "") && /\p{L}/u.test(text[at + 1] ?? "");

function doubleQuote(before: string, rules: Typography): string | null {
  const { double, inner } = rules;
  if (/\d′\d{1,2}[½¼¾]?$/.test(before)) return "″";
  const isWithin = depthOf(before, double) > 0;
  if (rules.isSpaceless) return double[isWithin ? 1 : 0];
  if (opens(before, rules)) return isWithin && inner !== null ? inner[0] : double[0];
  if (inner !== null && isWithin && depthOf(before, inner) > 0) return inner[1];
  // Inches, and what was opened by a straight mark.
  return isWithin ? double[1] : null;
}

function singleQuote(before: string, rules: Typography): string | null {
  const { single, letters } = rules;
  if (letters?.test(before)) return "ʻ";
  const isClosing = single !== null && depthOf(before, single) > 0;
  if (/[\p{L}\p{N}]$/u.test(before) && !rules.isSpaceless) return isClosing ? single[1] : "’";
  if (single === null) return null;
  if (single[0] === single[1]) return single[0];
  if (rules.isSpaceless) return single[isClosing ? 1 : 0];
  if (opens(before, rules)) return single[0];
  // An apostrophe at the end of a word looked as if it closed the quotation.
  return isClosing || (/[.,;:!?…)]$/.test(before) && before.includes(single[0])) ? single[1] : null;
}

/** A hyphen between spaces, or two at the beginning of a line of speech. */
function spacedDash(before: string, { dash }: Typography): Change | null {
  const [, hyphens] = /(?:[^\s-][ \u00a0]|^-|\n)(-{1,2})$/.exec(before) ?? [];
  if (hyphens === undefined) return null;
  const remove = before === "--" ? 2 : hyphens.length;
  return { remove, insert: `${dash} ` };
}

function tightDash(before: string, typed: string, rules: Typography): Change | null {
  const [, left, hyphens] = /([^\s-])(-{2,3})$/.exec(before) ?? [];
  if (left === undefined || hyphens === undefined || !/[\p{L}\p{N}«„“‘]/u.test(typed)) return null;
  const isRange = /\d/.test(left) && /\d/.test(typed);
  return { remove: hyphens.length, insert: (isRange ? "–" : rules.tightDash) + typed };
}
