import type { Struck, Subject } from "./finding.ts";
import { type Line, linesIn } from "./lines.ts";

const levelOf = ({ node }: Line): number => (node.attrs && "level" in node.attrs ? Number(node.attrs.level) : 2);

/** Crossheads must make a table of contents: level 3 under a level 2, words in each, text below each. */
export function headingOrder({ text }: Subject): Struck[] {
  const lines = linesIn(text.body);
  const found: Struck[] = [];
  let level = 1;
  lines.forEach((line, index) => {
    if (line.node.type !== "crosshead") return;
    const whole = line.at(0, line.text.length);
    if (line.text.trim() === "") found.push({ message: "This crosshead is empty.", at: whole });
    else if (levelOf(line) > level + 1)
      found.push({ message: "A small crosshead needs a large one above it.", at: whole });
    else if (!hasTextBelow(line, lines[index + 1]))
      found.push({ message: "No text stands under this crosshead.", at: whole });
    level = levelOf(line);
  });
  return found;
}

const hasTextBelow = (line: Line, next: Line | undefined): boolean =>
  next !== undefined && (next.node.type !== "crosshead" || levelOf(next) > levelOf(line));
