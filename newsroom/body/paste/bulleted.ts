import type { Container, Passage, PastedInline } from "./passage.ts";

const bullet = /^[•●▪◦‣](?:\s+|$)/;

/** Lines that begin with a bullet, as chats and pages without lists write them, become items of a list. One alone stays a line. */
export function bulleted(passages: readonly Passage[]): Passage[] {
  const made: Passage[] = [];
  let run: Passage[] = [];
  const end = () => {
    made.push(...(run.length > 1 ? listOf(run) : run));
    run = [];
  };
  for (const part of passages.flatMap(parted)) {
    const goesOn = isBulleted(part.inline) && !isInItem(part);
    if (!goesOn || (run[0] && !isBeside(run[0], part))) end();
    if (goesOn) run.push(part);
    else made.push(part);
  }
  end();
  return made;
}

const isInItem = ({ within }: Passage): boolean => within.some(({ is }) => is === "item");

const isBeside = (a: Passage, b: Passage): boolean =>
  a.within.length === b.within.length && a.within.every((container, at) => container === b.within[at]);

const isBulleted = ([first]: readonly PastedInline[]): boolean =>
  first !== undefined && first !== "break" && bullet.test(first.text);

/** The lines of a paragraph that has several bullets: each bulleted one is a passage, those between them stay together. */
function parted(passage: Passage): Passage[] {
  const lines = linesOf(passage.inline);
  if (passage.kind !== "paragraph" || isInItem(passage) || lines.filter(isBulleted).length < 2) return [passage];
  const parts: PastedInline[][] = [];
  for (const [at, line] of lines.entries()) {
    const before = parts.at(-1);
    if (!before || isBulleted(line) || isBulleted(lines[at - 1] ?? [])) parts.push([...line]);
    else before.push("break", ...line);
  }
  return parts.map((inline) => ({ ...passage, inline }));
}

function linesOf(inline: readonly PastedInline[]): PastedInline[][] {
  const lines: PastedInline[][] = [[]];
  for (const part of inline) {
    if (part === "break") lines.push([]);
    else lines.at(-1)?.push(part);
  }
  return lines;
}

function listOf(run: readonly Passage[]): Passage[] {
  const list: Container = { is: "list", ordered: false, start: 1 };
  return run.flatMap((passage) => {
    const inline = withoutBullet(passage.inline);
    return inline.length > 0
      ? [{ ...passage, inline, within: [...passage.within, list, { is: "item" } as const] }]
      : [];
  });
}

const withoutBullet = (inline: readonly PastedInline[]): PastedInline[] =>
  inline
    .map((part, at) => (at === 0 && part !== "break" ? { ...part, text: part.text.replace(bullet, "") } : part))
    .filter((part) => part === "break" || part.text !== "");
