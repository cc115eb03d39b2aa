import { z } from "zod";

/** The fields of a form, and what stands in them. */
export type Words = Readonly<Record<string, string>>;

/** What was typed into a form, field by field, and the print of what it was typed over: words that somebody may have had to delete are kept nowhere. */
const Typed = z.record(z.string(), z.object({ text: z.string(), over: z.string() }));
export type Typed = z.infer<typeof Typed>;

/** As it was stored; what cannot be read, as by an older program, is nothing. */
export function typedOf(stored: string): Typed {
  try {
    return Typed.catch({}).parse(JSON.parse(stored));
  } catch {
    return {};
  }
}

export const storedOf = (typed: Typed): string => (Object.keys(typed).length === 0 ? "" : JSON.stringify(typed));

/** What the form shows. */
export function withTyped<Fields extends Words>(begun: Fields, typed: Typed): Fields {
  const texts = Object.keys(begun).flatMap((field) => (typed[field] ? [[field, typed[field].text]] : []));
  return { ...begun, ...Object.fromEntries(texts) };
}

/** Somebody types; a field in which stands what stood there at first is as if it had not been touched. */
export function typedOn<Fields extends Words>(begun: Fields, typed: Typed, changes: Partial<Fields>): Typed {
  const next = { ...typed };
  for (const [field, text] of Object.entries(changes)) {
    if (text === undefined) continue;
    if (text === begun[field]) delete next[field];
    else next[field] = { text, over: typed[field]?.over ?? printOf(begun[field] ?? "") };
  }
  return next;
}

/** Does anything else stand there now than what was typed over? */
export const isOverOther = (begun: Words, typed: Typed): boolean =>
  Object.entries(typed).some(([field, { over }]) => field in begun && printOf(begun[field] ?? "") !== over);

/** Tells texts apart and gives none away (FNV-1a). */
const printOf = (text: string): string =>
  [...text]
    .reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01_00_01_93) >>> 0, 0x81_1c_9d_c5)
    .toString(36);
