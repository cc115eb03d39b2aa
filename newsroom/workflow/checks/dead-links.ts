import type { Struck, Subject } from "./finding.ts";
import { type Line, linesIn } from "./lines.ts";

/** A run of words with one address. */
interface LinkRun {
  href: string;
  from: number;
  to: number;
}

/** Every address that the body links to, once. */
export const linkedAddresses = ({ body }: Subject["text"]): string[] => [
  ...new Set(linesIn(body).flatMap((line) => runsIn(line).map(({ href }) => href))),
];

export const deadLinks = ({ text, links }: Subject): Struck[] =>
  linesIn(text.body).flatMap((line) =>
    runsIn(line)
      .filter(({ href }) => links.get(href) === "dead")
      .map(({ href, from, to }) => ({ message: `This link leads nowhere: ${href}`, at: line.at(from, to) })),
  );

function runsIn({ node }: Line): LinkRun[] {
  const runs: LinkRun[] = [];
  let at = 0;
  for (const child of node.content ?? []) {
    const length = child.text?.length ?? 1;
    const href = hrefOf(child.marks);
    const last = runs.at(-1);
    if (href !== null && last?.href === href && last.to === at) last.to = at + length;
    else if (href !== null) runs.push({ href, from: at, to: at + length });
    at += length;
  }
  return runs;
}

function hrefOf(marks: readonly { type: string; attrs?: object }[] = []): string | null {
  const attrs = marks.find(({ type }) => type === "link")?.attrs;
  return attrs && "href" in attrs && typeof attrs.href === "string" ? attrs.href : null;
}
